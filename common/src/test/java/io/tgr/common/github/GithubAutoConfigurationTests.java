package io.tgr.common.github;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class GithubAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GithubAutoConfiguration.class, OutboundHttpAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
				WebClientAutoConfiguration.class))
		.withPropertyValues("tgr.github.url=http://127.0.0.1:1", "spring.reactor.netty.shutdown-quiet-period=0s");

	@Test
	void aGithubOutOfReachDoesNotStopTheStartAndIsNamed(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasSingleBean(GithubWebClient.class)
			.hasSingleBean(GithubBudget.class)
			.hasNotFailed());
		assertThat(output).contains("GitHub at 127.0.0.1 is out of reach");
	}

	@Test
	void blankCredentialsAreNone() {
		this.runner
			.withPropertyValues("tgr.github.token=", "tgr.github.client-id= ", "tgr.github.client-secret=",
					"tgr.github.app.id=", "tgr.github.app.private-key=")
			.run((context) -> assertThat(context.getBean(GithubBudget.class).credentials()).isEqualTo("none"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tgr.github.client-id=secret-id", "tgr.github.client-secret=secret-secret",
			"tgr.github.app.id=1", "tgr.github.app.private-key=secret-key" })
	void halfOfAPairStopsTheStartWithASentence(String half) {
		this.runner.withPropertyValues(half).run((context) -> {
			FailureAnalyzedException failure = failure(context.getStartupFailure());
			assertThat(failure.analysis().getDescription()).contains("only a part is given").doesNotContain("secret-");
		});
	}

	@Test
	void aKeyThatIsNoneStopsTheStartWithoutShowingIt() {
		this.runner
			.withPropertyValues("tgr.github.app.id=1", "tgr.github.app.installation-id=2",
					"tgr.github.app.private-key=c2VjcmV0LWtleQ==")
			.run((context) -> {
				Throwable startup = context.getStartupFailure();
				assertThat(failure(startup).analysis().getDescription()).contains("not an RSA key");
				assertThat(startup).hasStackTraceContaining("RSA")
					.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("c2VjcmV0", "secret-key"));
			});
	}

	@Test
	void aMissingKeyFileStopsTheStartWithItsName() {
		this.runner
			.withPropertyValues("tgr.github.app.id=1", "tgr.github.app.installation-id=2",
					"tgr.github.app.private-key-file=/nowhere/key.pem")
			.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
				.contains("/nowhere/key.pem"));
	}

	@Test
	void refusedCredentialsStopTheStartWithASentence() {
		try (FakeGithub github = new FakeGithub(
				(request, response) -> FakeGithub.json(response, 401, "{\"message\":\"Bad credentials\"}"))) {
			this.runner.withPropertyValues("tgr.github.url=" + github.url(), "tgr.github.token=secret-token")
				.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
					.contains("GitHub refuses the credentials", "token")
					.doesNotContain("secret-token"));
		}
	}

	@Test
	void theBudgetIsKnownOnceStarted() {
		try (FakeGithub github = new FakeGithub((request, response) -> FakeGithub.rateLimit(response, 4711, 17, 99,
				System.currentTimeMillis() / 1000 + 99))) {
			this.runner
				.withPropertyValues("tgr.github.url=" + github.url(), "tgr.github.client-id=id",
						"tgr.github.client-secret=secret")
				.run((context) -> {
					GithubBudget budget = context.getBean(GithubBudget.class);
					assertThat(budget.credentials()).isEqualTo("client");
					assertThat(budget.quotas()).extracting(BucketQuota::limit).containsExactly(4711, 17, 99);
					assertThat(github.calls.get(0).headers()).containsEntry("authorization", "Basic aWQ6c2VjcmV0")
						.containsEntry("user-agent", "tgr");
				});
		}
	}

	@Test
	void aSilentGithubHoldsTheStartUpForSecondsOnly() {
		long start = System.nanoTime();
		try (FakeGithub github = new FakeGithub((request, response) -> Mono.never())) {
			this.runner.withPropertyValues("tgr.github.url=" + github.url(), "tgr.github.timeout=500ms")
				.run((context) -> assertThat(context).hasNotFailed());
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void canBeSwitchedOffAndReplaced() {
		this.runner.withPropertyValues("tgr.github.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(GithubBudget.class));
		this.runner.withBean(GithubWebClient.class, () -> mock(GithubWebClient.class))
			.run((context) -> assertThat(context).doesNotHaveBean(GithubBudget.class));
	}

	@Test
	void contextsWithTheirOwnResourcesDoNotShareAFate() {
		try (FakeGithub github = new FakeGithub((request, response) -> FakeGithub.json(response, 200, "{}"))) {
			ReactiveWebApplicationContextRunner own = this.runner.withUserConfiguration(OwnResources.class)
				.withPropertyValues("tgr.github.url=" + github.url());
			own.run((first) -> {
				own.run((second) -> assertThat(second).hasNotFailed());
				StepVerifier
					.create(first.getBean(GithubWebClient.class)
						.client()
						.get()
						.uri("/repos/a/b")
						.retrieve()
						.toBodilessEntity())
					.expectNextCount(1)
					.expectComplete()
					.verify(Duration.ofSeconds(5));
			});
		}
	}

	@Test
	void callsThatWaitOpenNoConnectionsWhileTheEventLoopsEnd(CapturedOutput output) throws InterruptedException {
		CountDownLatch asked = new CountDownLatch(2);
		try (FakeGithub github = new FakeGithub((request, response) -> {
			asked.countDown();
			return Mono.never();
		})) {
			this.runner.withUserConfiguration(OwnResources.class)
				.withPropertyValues("tgr.github.url=" + github.url(), "tgr.github.max-connections=2",
						"tgr.github.timeout=500ms")
				.run((context) -> {
					WebClient client = context.getBean(GithubWebClient.class).client();
					Flux.range(0, 20)
						.flatMap((call) -> client.get().uri("/repos/a/b").retrieve().toBodilessEntity())
						.subscribe((answer) -> {
						}, (ex) -> {
						});
					asked.await();
				});
		}
		assertThat(output).doesNotContain("event executor terminated");
	}

	@Test
	void noSettingShowsASecret() {
		GithubProperties.App app = new GithubProperties.App("1", "2", "secret-key", null);
		assertThat(app.toString()).doesNotContain("secret-key");
		this.runner.withPropertyValues("tgr.github.token=secret-token")
			.run((context) -> assertThat(context.getBean(GithubProperties.class).toString())
				.doesNotContain("secret-token"));
	}

	@Test
	void theSentenceIsWhatPeopleSee(CapturedOutput output) {
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> start("--tgr.github.client-id=secret-id"));
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "only a part is given")
			.doesNotContain("secret-id");
		try (FakeGithub github = new FakeGithub(
				(request, response) -> FakeGithub.json(response, 401, "{\"message\":\"Bad credentials\"}"))) {
			assertThatExceptionOfType(ApplicationContextException.class)
				.isThrownBy(() -> start("--tgr.github.url=" + github.url(), "--tgr.github.token=secret-token"));
		}
		assertThat(output.getAll()).contains("GitHub refuses the credentials").doesNotContain("secret-token");
	}

	private static void start(String... arguments) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.config.import", ""));
		application.run(arguments);
	}

	private static FailureAnalyzedException failure(@Nullable Throwable startup) {
		for (Throwable cause = startup; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException failure) {
				return failure;
			}
		}
		throw new AssertionError("Started, or failed without a sentence", startup);
	}

	@ImportAutoConfiguration({ GithubAutoConfiguration.class, OutboundHttpAutoConfiguration.class,
			WebClientAutoConfiguration.class })
	@Configuration(proxyBeanMethods = false)
	static class Service {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnResources {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		}

	}

}
