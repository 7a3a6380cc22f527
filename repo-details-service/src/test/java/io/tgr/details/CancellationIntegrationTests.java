package io.tgr.details;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class CancellationIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@Autowired
	private MeterRegistry meters;

	@LocalServerPort
	private int port;

	@BeforeEach
	void endAllTrouble() {
		this.github.faults();
	}

	@AfterEach
	void hurryAgain() {
		this.github.latency(Duration.ZERO);
	}

	@Test
	void aClientWhoLeavesCancelsItsCallsToGithub() {
		this.github.latency(Duration.ofSeconds(8));
		Disposable caller = get("/repos/" + this.names.next()).subscribe();
		await(() -> active() == 4);
		caller.dispose();
		await(() -> active() == 0);
	}

	@Test
	void aClientWhoLeavesABatchCancelsAllOfIt() {
		this.github.forgetCalls();
		this.github.latency(Duration.ofSeconds(8));
		Disposable caller = client().post()
			.uri("/repos/batch")
			.bodyValue(Map.of("names", this.names.next(60), "parts", List.of("facts", "stars")))
			.retrieve()
			.bodyToMono(String.class)
			.subscribe();
		await(() -> active() == 3 + 16 && this.github.calls().total() == 3 + 16);
		this.github.forgetCalls();
		caller.dispose();
		await(() -> active() == 0);
		assertThat(this.github.calls().total()).isZero();
	}

	@Test
	void aClientWhoLeavesDoesNotDisturbOthersWhoAskTheSame() {
		this.github.latency(Duration.ofSeconds(3));
		String path = "/repos/" + this.names.next();
		this.github.forgetCalls();
		Mono<String> answer = get(path).cache();
		Disposable stays = answer.subscribe();
		await(() -> active() == 4);
		Disposable leaves = get(path).subscribe();
		await(() -> requests() == 2);
		leaves.dispose();
		assertThat(answer.block(TIMEOUT)).contains("\"complete\":true");
		assertThat(stays.isDisposed()).isTrue();
		assertThat(this.github.calls().total()).isEqualTo(4);
	}

	private Mono<String> get(String path) {
		return client().get().uri(path).retrieve().bodyToMono(String.class);
	}

	private WebClient client() {
		return WebClient.create("http://127.0.0.1:" + this.port);
	}

	private int requests() {
		return this.meters.find("http.server.requests.active")
			.longTaskTimers()
			.stream()
			.mapToInt(LongTaskTimer::activeTasks)
			.sum();
	}

	private double active() {
		return this.meters.get("tgr.details.upstream.active").tag("priority", "interactive").gauge().value();
	}

	private static void await(BooleanSupplier condition) {
		Flux.interval(Duration.ofMillis(10)).filter((tick) -> condition.getAsBoolean()).blockFirst(TIMEOUT);
	}

}
