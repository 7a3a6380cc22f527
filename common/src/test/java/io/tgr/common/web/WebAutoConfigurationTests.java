package io.tgr.common.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.http.codec.ServerCodecConfigurer;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class WebAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebAutoConfiguration.class, OutboundHttpAutoConfiguration.class))
		.withBean(ServerCodecConfigurer.class, ServerCodecConfigurer::create);

	@Test
	void answersErrorsUnlessTheApplicationDoes() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ProblemExceptionHandler.class)
			.hasSingleBean(RequestIdWebFilter.class)
			.hasSingleBean(ClientLimitWebFilter.class));
		this.runner.withBean(ErrorWebExceptionHandler.class, () -> mock(ErrorWebExceptionHandler.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ProblemExceptionHandler.class));
	}

	@Test
	void isForReactiveServicesThatWantIt() {
		this.runner.withPropertyValues("tgr.web.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RequestIdWebFilter.class));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WebAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(RequestIdWebFilter.class));
	}

}
