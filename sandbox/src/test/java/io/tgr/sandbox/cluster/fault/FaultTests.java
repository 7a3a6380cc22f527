package io.tgr.sandbox.cluster.fault;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FaultTests {

	private static final ClusterSandbox SANDBOX = ClusterSandbox.builder().empty().start();

	@AfterEach
	void recover() {
		SANDBOX.recover();
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void failsWhereOrdered() {
		SANDBOX.fail(500, "/api/v1/pods");
		HttpResponse<String> answer = get("/api/v1/pods");
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.body()).contains("\"kind\":\"Status\"", "\"reason\":\"InternalError\"");
		assertThat(get("/api/v1/events").statusCode()).isEqualTo(200);
		SANDBOX.recover();
		assertThat(get("/api/v1/pods").statusCode()).isEqualTo(200);
	}

	@Test
	void failsOneVerbOnly() {
		SANDBOX.faults(FaultRule.of("/api/**", "503").forVerb("watch"));
		assertThat(get("/api/v1/pods").statusCode()).isEqualTo(200);
		assertThat(get("/api/v1/pods?watch=true").statusCode()).isEqualTo(503);
	}

	@Test
	void asksToWaitWhenThereWereTooManyRequests() {
		SANDBOX.fail(429, "/api/**");
		assertThat(get("/api/v1/pods").headers().firstValue("Retry-After")).hasValue("1");
		SANDBOX.faults(FaultRule.of("/api/**", "429").withRetryAfter(7));
		assertThat(get("/api/v1/pods").headers().firstValue("Retry-After")).hasValue("7");
	}

	@Test
	void forbidsInTheWordsOfTheApiServer() {
		SANDBOX.fail(403, "/api/v1/pods");
		assertThat(get("/api/v1/pods").body()).contains("pods is forbidden: User \\\"system:serviceaccount:tgr:");
	}

	@Test
	void hangsAndResets() {
		SANDBOX.faults(FaultRule.of("/api/v1/pods", "hang"), FaultRule.of("/api/v1/events", "reset"));
		assertThatIllegalStateException().isThrownBy(() -> get("/api/v1/events"));
		var request = ClusterClients.request(SANDBOX, "/api/v1/pods", null).timeout(Duration.ofMillis(300)).build();
		assertThatIllegalStateException().isThrownBy(() -> ClusterClients.send(request))
			.withMessageContaining("timed out");
	}

	@Test
	void refusesOrdersItCanNotFollow() {
		assertThatIllegalArgumentException().isThrownBy(() -> SANDBOX.fail(200, "/**")).withMessageContaining("200");
	}

	@Test
	void countsCalls() {
		SANDBOX.forgetCalls();
		get("/api/v1/pods");
		get("/api/v1/namespaces/shop/pods?limit=1");
		get("/api/v1/events");
		assertThat(SANDBOX.calls("/api/**")).isEqualTo(3);
		assertThat(SANDBOX.calls("list /api/v1/**")).isEqualTo(3);
		assertThat(SANDBOX.calls("watch /api/v1/**")).isZero();
		assertThat(SANDBOX.calls("/api/v1/pods")).isEqualTo(1);
	}

	@Test
	void takesOrdersOverHttp() {
		var order = ClusterClients.request(SANDBOX, "/_sandbox/faults", null)
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString("[{\"path\":\"/api/v1/pods\",\"error\":\"500\"}]"))
			.build();
		assertThat(ClusterClients.send(order).statusCode()).isEqualTo(200);
		assertThat(get("/api/v1/pods").statusCode()).isEqualTo(500);
		var end = ClusterClients.request(SANDBOX, "/_sandbox/faults", null).DELETE().build();
		assertThat(ClusterClients.send(end).statusCode()).isEqualTo(204);
		assertThat(get("/api/v1/pods").statusCode()).isEqualTo(200);
		var put = ClusterClients.request(SANDBOX, "/_sandbox/objects", null)
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(ClusterClients.pod("shop", "one", "web")))
			.build();
		assertThat(ClusterClients.send(put).statusCode()).isEqualTo(200);
		assertThat(get("/api/v1/namespaces/shop/pods/one").statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> get(String path) {
		return ClusterClients.get(SANDBOX, path, null);
	}

}
