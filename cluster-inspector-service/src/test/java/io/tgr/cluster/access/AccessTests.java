package io.tgr.cluster.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.cluster.TestClock;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.Reviews;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.watch.PodCache;
import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.cluster.access.Account;
import io.tgr.sandbox.cluster.access.Rule;
import io.tgr.sandbox.cluster.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Right LIST = Right.to("list", "pods", null);

	private static final String TOKEN_REVIEWS = "/apis/authentication.k8s.io/**";

	private static final String ACCESS_REVIEWS = "/apis/authorization.k8s.io/**";

	private static ClusterSandbox sandbox;

	private final TestClock clock = new TestClock();

	private final PodCache pods = BDDMockito.mock(PodCache.class);

	private AnnotationConfigApplicationContext kubernetes;

	private Access access;

	@BeforeAll
	static void startSandbox() {
		sandbox = ClusterSandbox.builder().empty().start();
	}

	@AfterAll
	static void stopSandbox() {
		sandbox.close();
	}

	@BeforeEach
	void start() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.main.cloud-platform", "kubernetes")
			.withProperty("spring.cloud.kubernetes.client.master-url", sandbox.url().toString());
		this.kubernetes = new AnnotationConfigApplicationContext();
		this.kubernetes.setEnvironment(environment);
		this.kubernetes.register(ClientProperties.class);
		this.kubernetes.scan("io.tgr.cluster.kubernetes");
		this.kubernetes.refresh();
		this.access = access("review");
		BDDMockito.given(this.pods.namespaces()).willReturn(Set.of("bank", "shop"));
		sandbox.forgetCalls();
	}

	private Access access(String mode) {
		AccessProperties properties = new Binder(new MapConfigurationPropertySource(Map.of("tgr.cluster.access", mode)))
			.bindOrCreate("tgr.cluster", AccessProperties.class);
		return new Access(properties, new Decisions(this.kubernetes.getBean(Reviews.class), properties, this.clock),
				this.pods);
	}

	@AfterEach
	void stop() {
		this.kubernetes.close();
		sandbox.recover();
	}

	@Test
	void whoMayEverywhereSeesAll() {
		StepVerifier.create(view("sandbox-admin")).assertNext((view) -> {
			assertThat(view.namespaces()).isNull();
			assertThat(view.withheld()).isZero();
			assertThat(view.sees("bank")).isTrue();
		}).expectComplete().verify(LIMIT);
	}

	@Test
	void whoMaySomewhereSeesThatAndHowManyAreWithheld() {
		StepVerifier.create(view("sandbox-viewer")).assertNext((view) -> {
			assertThat(view.namespaces()).containsExactly("shop");
			assertThat(view.withheld()).isEqualTo(1);
			assertThat(view.sees("bank")).isFalse();
		}).expectComplete().verify(LIMIT);
	}

	@Test
	void whoMayNowhereIsToldWhatIsMissing() {
		StepVerifier.create(view("sandbox-nobody"))
			.expectErrorSatisfies((failure) -> assertThat(body(failure)).containsEntry("verb", "list")
				.containsEntry("resource", "pods")
				.hasEntrySatisfying("role",
						(role) -> assertThat(role.toString()).contains("kind: ClusterRole", "list")))
			.verify(LIMIT);
	}

	@Test
	void oneNamespaceOfSeveralThatIsForbiddenIsNamed() {
		StepVerifier.create(view("sandbox-viewer", "shop", "bank"))
			.expectErrorSatisfies((failure) -> assertThat(body(failure)).containsEntry("namespace", "bank")
				.hasEntrySatisfying("role",
						(role) -> assertThat(role.toString()).contains("kind: Role\n", "namespace: bank")))
			.verify(LIMIT);
	}

	@Test
	void decisionsAreRememberedForSecondsOnly() {
		for (int time = 0; time < 3; time++) {
			view("sandbox-viewer", "shop").block(LIMIT);
		}
		assertThat(sandbox.calls(TOKEN_REVIEWS)).isEqualTo(1);
		assertThat(sandbox.calls(ACCESS_REVIEWS)).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(11));
		view("sandbox-viewer", "shop").block(LIMIT);
		assertThat(sandbox.calls(TOKEN_REVIEWS)).isEqualTo(2);
		assertThat(sandbox.calls(ACCESS_REVIEWS)).isEqualTo(2);
	}

	@Test
	void aRightThatIsTakenIsGoneSecondsLater() {
		sandbox.grant("passing", Rule.of("list", "pods").in("shop"));
		view("passing", "shop").block(LIMIT);
		sandbox.revoke("passing");
		this.clock.advance(Duration.ofSeconds(11));
		StepVerifier.create(view("passing", "shop"))
			.expectErrorSatisfies((failure) -> assertThat(status(failure)).isEqualTo(403))
			.verify(LIMIT);
	}

	@Test
	void aReviewThatFailedIsNoDecision() {
		sandbox.faults(FaultRule.of(TOKEN_REVIEWS, "500"));
		StepVerifier.create(view("sandbox-admin")).expectError(KubernetesException.class).verify(LIMIT);
		sandbox.recover();
		StepVerifier.create(view("sandbox-admin")).expectNextCount(1).expectComplete().verify(LIMIT);
	}

	@Test
	void aTokenThatTheServerDoesNotKnowIsRefused() {
		sandbox.token("late", Account.of("late", "system:masters").expiring(Instant.parse("2026-01-01T00:00:00Z")));
		sandbox.token("elsewhere", Account.of("elsewhere", "system:masters").forAudiences("https://elsewhere.test"));
		for (String token : List.of("nonsense", "sandbox-admi", "late", "elsewhere")) {
			StepVerifier.create(view(token))
				.expectErrorSatisfies((failure) -> assertThat(status(failure)).isEqualTo(401))
				.verify(LIMIT);
		}
	}

	@Test
	void whoBringsNoBearerTokenIsAskedForOne() {
		for (String authorization : List.of("", "Bearer ", "Basic c2VzYW1l", "sandbox-admin")) {
			MockServerHttpRequest request = MockServerHttpRequest.get("/pods")
				.header("Authorization", authorization)
				.build();
			StepVerifier.create(this.access.view(request, LIST, List.of())).expectErrorSatisfies((failure) -> {
				assertThat(status(failure)).isEqualTo(401);
				assertThat(((ErrorResponseException) failure).getHeaders().getFirst("WWW-Authenticate"))
					.startsWith("Bearer");
			}).verify(LIMIT);
		}
		assertThat(sandbox.calls("/**")).isZero();
	}

	@Test
	void anotherRightOfTheSameCallerIsLookedUp() {
		View viewer = view("sandbox-viewer", "shop").blockOptional(LIMIT).orElseThrow();
		StepVerifier.create(this.access.may(viewer, Right.to("list", "events", "shop")))
			.expectNext(true)
			.expectComplete()
			.verify(LIMIT);
		StepVerifier.create(this.access.may(viewer, new Right("get", "", "pods", "log", "shop", "web")))
			.expectNext(false)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void openAccessAsksNobody() {
		Access open = access("open");
		MockServerHttpRequest request = MockServerHttpRequest.get("/pods").build();
		View view = open.view(request, LIST, List.of()).blockOptional(LIMIT).orElseThrow();
		assertThat(view).isEqualTo(new View(null, null, 0));
		StepVerifier.create(open.may(view, Right.to("get", "pods", "bank")))
			.expectNext(true)
			.expectComplete()
			.verify(LIMIT);
		assertThat(sandbox.calls("/**")).isZero();
	}

	private Mono<View> view(String token, String... namespaces) {
		MockServerHttpRequest request = MockServerHttpRequest.get("/pods")
			.header("Authorization", "Bearer " + token)
			.build();
		return this.access.view(request, LIST, List.of(namespaces));
	}

	private static int status(Throwable failure) {
		assertThat(failure).isInstanceOf(ErrorResponseException.class);
		return ((ErrorResponseException) failure).getStatusCode().value();
	}

	private static Map<String, Object> body(Throwable failure) {
		assertThat(status(failure)).isEqualTo(403);
		return Objects.requireNonNull(((ErrorResponseException) failure).getBody().getProperties());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(KubernetesClientProperties.class)
	static class ClientProperties {

	}

}
