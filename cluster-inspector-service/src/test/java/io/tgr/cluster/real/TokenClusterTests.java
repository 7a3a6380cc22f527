package io.tgr.cluster.real;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that are none of the cluster's, or no longer.
 */
@ExtendWith(RealClusterExtension.class)
class TokenClusterTests {

	private static RealCluster cluster;

	private static Callers callers;

	private static RunningInspector inspector;

	@BeforeAll
	static void start(RealCluster real) {
		cluster = real;
		callers = new Callers(real);
		Callers.admin(real);
		inspector = RunningInspector.start(InspectorAccount.everywhere(real), "--tgr.cluster.decision-lifetime=2s");
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
		}
	}

	@Test
	void aTokenIsNeeded() {
		refused(null, "Bearer");
	}

	@Test
	void aTokenThatIsNoneIsRefused() {
		String token = callers.account("real");
		String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
		String signature = token.substring(token.lastIndexOf('.'));
		String header = token.substring(0, token.indexOf('.') + 1);
		char first = signature.charAt(1);
		refused("nonsense", "Bearer error=\"invalid_token\"");
		refused(header + payload + "." + ((first == 'A') ? 'B' : 'A') + signature.substring(2),
				"Bearer error=\"invalid_token\"");
		refused(header + payload.substring(0, payload.length() - 4) + "AAAA" + signature,
				"Bearer error=\"invalid_token\"");
		inspector.problem(token, "/pods", 403);
	}

	@Test
	void aTokenForAnotherAudienceIsRefused() {
		callers.account("elsewhere");
		refused(cluster.token(Callers.NAMESPACE, "elsewhere", "--audience=https://elsewhere.example.com"),
				"Bearer error=\"invalid_token\"");
	}

	// No token can be asked for that lives less than ten minutes; but it ends with what
	// it is bound to.
	@Test
	void aTokenThatHasEndedIsRefused() {
		callers.account("bound");
		cluster.apply("""
				{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "bound", "namespace": "%s"}}
				""".formatted(Callers.NAMESPACE));
		String token = cluster.token(Callers.NAMESPACE, "bound", "--bound-object-kind=Secret",
				"--bound-object-name=bound", "--duration=10m");
		inspector.problem(token, "/pods", 403);
		cluster.kubectl("-n", Callers.NAMESPACE, "delete", "secret", "bound");
		// The API server itself remembers for ten seconds that the token was good.
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> refused(token, "Bearer error=\"invalid_token\""));
	}

	@Test
	void aTokenOfAnAccountThatIsGoneIsRefused() {
		String token = callers.account("gone");
		cluster.kubectl("-n", Callers.NAMESPACE, "delete", "serviceaccount", "gone");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> refused(token, "Bearer error=\"invalid_token\""));
	}

	private static void refused(@Nullable String token, String challenge) {
		HttpResponse<String> answer = inspector.get(token, "/pods", "*/*");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue(challenge);
		assertThat(answer.body()).contains("urn:tgr:problem:unauthenticated").doesNotContain("items");
		if (token != null) {
			assertThat(answer.body()).doesNotContain(token);
		}
	}

}
