package io.tgr.cluster;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.kubernetes.RedactedPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods} as the API server's own list.
 */
@ApiTest
class PodListApiTests {

	private static final String POD_LIST = "application/json;as=PodList;v=v1";

	private static final String BODY = "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}";

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private KubernetesPods pods;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.access.reset();
		BDDMockito.reset(this.pods);
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
	}

	@Test
	void isWhatTheApiServerSays() {
		BDDMockito.given(this.pods.redacted(null, null, null, 500, null)).willReturn(Mono.just(page()));
		this.client.ask("/pods", POD_LIST)
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/json")
			.expectBody(String.class)
			.isEqualTo(BODY);
	}

	@Test
	void letsTheApiServerSelect() {
		BDDMockito.given(this.pods.redacted("a", "app=web", "status.phase=Running,spec.nodeName=n1", 7, "token"))
			.willReturn(Mono.just(page()));
		this.client.ask(
				"/pods?namespace=a&labelSelector=app=web&fieldSelector=status.phase=Running&node=n1&limit=7&continue=token",
				POD_LIST)
			.expectStatus()
			.isOk();
	}

	@ParameterizedTest
	@CsvSource({ "status=Running,status", "unhealthy=true,unhealthy", "owner=x,owner", "sort=age,sort",
			"limit=501,limit", "namespace=a&namespace=b,namespace", "x=y,x", "labelSelector=%,labelSelector" })
	void refusesWhatTheApiServerCannotDo(String query, String parameter) {
		assertThat(this.client.problem("/pods?" + query, POD_LIST, 400).get("parameter").asString())
			.isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource({ "GONE,410,continue-expired", "INVALID,400,invalid-parameter", "NOT_ALLOWED,403,inspector-not-allowed",
			"UNREACHABLE,503,cluster-unavailable" })
	void saysWhatTheApiServerSaid(KubernetesFailure failure, int status, String type) {
		BDDMockito.given(this.pods.redacted(null, null, null, 500, "old"))
			.willReturn(Mono.error(new KubernetesException(failure, Admission.LIST, "it failed", null, null)));
		assertThat(this.client.problem("/pods?continue=old", POD_LIST, status).get("type").asString())
			.isEqualTo("urn:tgr:problem:" + type);
	}

	@Test
	void hasNoGaps() {
		this.access.allow("viewer", Admission.LIST.in("a"));
		JsonNode problem = this.client.as("viewer").problem("/pods", POD_LIST, 403);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:not-allowed");
		assertThat(problem.get("detail").asString()).contains("one namespace at a time");
		BDDMockito.given(this.pods.redacted("a", null, null, 500, null)).willReturn(Mono.just(page()));
		this.client.as("viewer").ask("/pods?namespace=a", POD_LIST).expectStatus().isOk();
		this.client.as("viewer").problem("/pods?namespace=b", POD_LIST, 403);
		this.client.as(null).problem("/pods", POD_LIST, 401);
	}

	private static RedactedPage page() {
		return new RedactedPage(BODY.getBytes(StandardCharsets.UTF_8), null);
	}

}
