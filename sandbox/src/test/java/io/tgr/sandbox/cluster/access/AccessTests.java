package io.tgr.sandbox.cluster.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.github.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTests {

	private static final String NOW = "2026-11-22T12:00:00Z";

	private final MovableClock clock = new MovableClock(NOW);

	private final ClusterSandbox sandbox = ClusterSandbox.builder().empty().clock(this.clock).start();

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			none, /api/v1/pods, 200
			sandbox-inspector, /api/v1/pods, 200
			sandbox-inspector, /apis/metrics.k8s.io/v1beta1/pods, 200
			sandbox-inspector, /apis/apps/v1/deployments, 403
			sandbox-admin, /apis/apps/v1/deployments, 200
			sandbox-viewer, /api/v1/pods, 403
			sandbox-viewer, /api/v1/namespaces/shop/pods, 200
			sandbox-viewer, /api/v1/namespaces/shop/events, 200
			sandbox-viewer, /api/v1/namespaces/jobs/pods, 403
			sandbox-nobody, /version, 200
			sandbox-nobody, /api/v1/namespaces/shop/pods, 403
			unknown, /api/v1/pods, 401
			""")
	void letsInWhoMay(String token, String path, int status) {
		assertThat(ClusterClients.get(this.sandbox, path, token).statusCode()).isEqualTo(status);
	}

	@Test
	void explainsWhatIsForbidden() {
		assertThat(message("/api/v1/pods", "sandbox-nobody")).isEqualTo("pods is forbidden: User \"sandbox-nobody\""
				+ " cannot list resource \"pods\" in API group \"\" at the cluster scope");
		assertThat(message("/api/v1/namespaces/shop/pods/x/log", "sandbox-viewer"))
			.isEqualTo("pods \"x\" is forbidden: User \"sandbox-viewer\" cannot get resource \"pods/log\" in API group"
					+ " \"\" in the namespace \"shop\"");
		assertThat(message("/foo", "sandbox-nobody"))
			.isEqualTo("forbidden: User \"sandbox-nobody\" cannot get path \"/foo\"");
	}

	@Test
	void takesRightsAndGivesThemBack() {
		this.sandbox.revoke("sandbox-inspector", Rule.of("list,watch", "pods").in("shop"));
		assertThat(status("/api/v1/pods", null)).isEqualTo(403);
		assertThat(status("/api/v1/namespaces/shop/pods", null)).isEqualTo(403);
		assertThat(status("/api/v1/namespaces/jobs/pods", null)).isEqualTo(200);
		assertThat(status("/api/v1/events", null)).isEqualTo(200);
		this.sandbox.grant("sandbox-inspector");
		assertThat(status("/api/v1/pods", null)).isEqualTo(200);
		this.sandbox.revoke("sandbox-inspector");
		assertThat(status("/api/v1/events", null)).isEqualTo(403);
	}

	@Test
	void learnsNewUsers() {
		this.sandbox.grant("alice", Rule.of("list", "replicasets.apps").in("shop"));
		assertThat(status("/apis/apps/v1/namespaces/shop/replicasets", "alice")).isEqualTo(200);
		assertThat(status("/apis/apps/v1/namespaces/jobs/replicasets", "alice")).isEqualTo(403);
		this.sandbox.forget("alice");
		assertThat(status("/apis/apps/v1/namespaces/shop/replicasets", "alice")).isEqualTo(401);
	}

	@Test
	void tellsWhomATokenStandsFor() {
		JsonNode status = tokenReview("{\"token\":\"sandbox-viewer\"}").path("status");
		assertThat(status.path("authenticated").asBoolean()).isTrue();
		assertThat(status.at("/user/username").asString()).isEqualTo("sandbox-viewer");
		assertThat(status.at("/user/groups/0").asString()).isEqualTo("system:authenticated");
		assertThat(status.at("/audiences/0").asString()).isEqualTo(Account.API_SERVER);
	}

	@Test
	void refusesTokensThatAreUnknownExpiredOrForSomebodyElse() {
		assertThat(tokenReview("{\"token\":\"abc\"}").at("/status/error").asString()).isEqualTo("invalid bearer token");
		this.sandbox.token("short", Account.of("bob").expiring(Instant.parse(NOW).plusSeconds(60)));
		assertThat(tokenReview("{\"token\":\"short\"}").at("/status/authenticated").asBoolean()).isTrue();
		this.clock.pass(Duration.ofSeconds(60));
		assertThat(tokenReview("{\"token\":\"short\"}").at("/status/error").asString()).contains("has expired");
		assertThat(status("/version", "short")).isEqualTo(401);
		assertThat(tokenReview("{\"token\":\"sandbox-viewer\",\"audiences\":[\"x\"]}").at("/status/error").asString())
			.isEqualTo("[invalid bearer token, token audiences [\"https://kubernetes.default.svc.cluster.local\"] is"
					+ " invalid for the target audiences [\"x\"]]");
		this.sandbox.token("ours", Account.of("bob").forAudiences("x", "y"));
		assertThat(tokenReview("{\"token\":\"ours\",\"audiences\":[\"x\"]}").at("/status/audiences").toString())
			.isEqualTo("[\"x\"]");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			sandbox-viewer, list, pods, '', shop, true
			sandbox-viewer, list, pods, '', jobs, false
			sandbox-viewer, list, pods, '', '', false
			sandbox-viewer, get, pods, log, shop, false
			sandbox-nobody, list, pods, '', shop, false
			""")
	void tellsWhatSomebodyMayDo(String user, String verb, String resource, String part, String space, boolean allowed) {
		JsonNode review = post("authorization.k8s.io/v1/subjectaccessreviews", """
				{"user":"%s","resourceAttributes":{"verb":"%s","resource":"%s","subresource":"%s","namespace":"%s"}}"""
			.formatted(user, verb, resource, part, space));
		assertThat(review.at("/status/allowed").asBoolean()).isEqualTo(allowed);
	}

	@Test
	void knowsMastersByTheirGroup() {
		JsonNode review = post("authorization.k8s.io/v1/subjectaccessreviews", """
				{"user":"x","groups":["system:masters"],"resourceAttributes":{"verb":"delete","resource":"nodes"}}""");
		assertThat(review.at("/status/allowed").asBoolean()).isTrue();
		JsonNode invalid = post("authorization.k8s.io/v1/subjectaccessreviews", "{\"user\":\"x\"}");
		assertThat(invalid.path("code").asInt()).isEqualTo(422);
		assertThat(invalid.path("message").asString()).endsWith("must be specified");
	}

	@Test
	void tellsWhatOneMayDoOneself() {
		String spec = "{\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\"pods\"}}}";
		String path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
		assertThat(ClusterClients.post(this.sandbox, path, null, spec).body()).contains("\"allowed\":true");
		assertThat(ClusterClients.post(this.sandbox, path, "sandbox-viewer", spec).body())
			.contains("\"allowed\":false");
		JsonNode rules = post("authorization.k8s.io/v1/selfsubjectrulesreviews", "{\"namespace\":\"shop\"}")
			.path("status")
			.path("resourceRules");
		assertThat(rules.toString())
			.contains(
					"{\"verbs\":[\"get\",\"list\",\"watch\"],\"apiGroups\":[\"apps\"],\"resources\":[\"replicasets\"]}")
			.contains("\"resources\":[\"pods/log\"]");
	}

	@Test
	void tellsNoRulesThatWereTaken() {
		this.sandbox.revoke("sandbox-inspector", Rule.of("list", "pods"));
		JsonNode rules = post("authorization.k8s.io/v1/selfsubjectrulesreviews", "{\"namespace\":\"shop\"}")
			.path("status")
			.path("resourceRules");
		assertThat(rules.values()).noneMatch((rule) -> rule.path("verbs").toString().contains("\"list\"")
				&& rule.path("apiGroups").toString().equals("[\"\"]")
				&& rule.path("resources").toString().contains("\"pods\""));
		assertThat(rules.toString()).contains("\"namespaces\"");
	}

	@Test
	void takesReviewsInJsonOnly() {
		var request = ClusterClients
			.request(this.sandbox, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", null)
			.header("Content-Type", "application/vnd.kubernetes.protobuf")
			.POST(BodyPublishers.ofString("k8s"))
			.build();
		assertThat(ClusterClients.send(request).statusCode()).isEqualTo(415);
	}

	private JsonNode tokenReview(String spec) {
		return post("authentication.k8s.io/v1/tokenreviews", spec);
	}

	private JsonNode post(String resource, String spec) {
		HttpResponse<String> answer = ClusterClients.post(this.sandbox, "/apis/" + resource, null,
				"{\"spec\":" + spec + "}");
		return JsonMapper.shared().readTree(answer.body());
	}

	private int status(String path, @Nullable String token) {
		return ClusterClients.get(this.sandbox, path, token).statusCode();
	}

	private String message(String path, String token) {
		String body = ClusterClients.get(this.sandbox, path, token).body();
		return JsonMapper.shared().readTree(body).path("message").asString();
	}

}
