package io.tgr.common.github;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

class LateFailureFilterTests {

	private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

	@AfterEach
	void listenNoMore() {
		Hooks.resetOnErrorDropped();
	}

	@Test
	void anAnswerThatComesWhenNobodyWaitsIsNoError() {
		Hooks.onErrorDropped(this.dropped::add);
		TestPublisher<ClientResponse> late = TestPublisher
			.createNoncompliant(TestPublisher.Violation.DEFER_CANCELLATION);
		AnswerFilter whole = new AnswerFilter(Duration.ofSeconds(5), DataSize.ofKilobytes(1));
		Disposable waiting = new LateFailureFilter()
			.filter(ClientRequest.create(HttpMethod.GET, URI.create("/rate_limit")).build(),
					(request) -> whole.filter(request, (same) -> late.mono()))
			.subscribe();
		waiting.dispose();
		late.next(ClientResponse.create(HttpStatus.OK)
			.body(Flux.error(new IllegalStateException("The client response body has been released")))
			.build());
		late.error(new IllegalStateException("Closed"));
		assertThat(this.dropped).isEmpty();
	}

}
