package io.tgr.sandbox.cluster.api;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListTests {

	private static final ClusterSandbox SANDBOX = ClusterSandbox.builder().empty().start();

	private static final KubernetesClient CLIENT = ClusterClients.fabric8(SANDBOX, null);

	@BeforeEach
	void fill() {
		for (int i = 0; i < 7; i++) {
			SANDBOX.put(ClusterClients.pod("shop", "pod-" + i, (i < 3) ? "web" : "cart"));
		}
		SANDBOX.delete("Pod", "shop", "pod-7");
		SANDBOX.put(ClusterClients.pod("jobs", "other", "web"));
	}

	@AfterAll
	static void stop() {
		CLIENT.close();
		SANDBOX.close();
	}

	@Test
	void listsTheClusterAndANamespace() {
		assertThat(CLIENT.pods().inAnyNamespace().list().getItems()).hasSize(8);
		assertThat(CLIENT.pods().inNamespace("shop").list().getItems()).hasSize(7);
		assertThat(CLIENT.pods().inNamespace("nosuch").list().getItems()).isEmpty();
	}

	@Test
	void tellsAListInChunksThatBelongTogether() {
		PodList first = chunk(null, 3);
		assertThat(first.getItems()).extracting((pod) -> pod.getMetadata().getName())
			.containsExactly("pod-0", "pod-1", "pod-2");
		assertThat(first.getMetadata().getRemainingItemCount()).isEqualTo(4);
		SANDBOX.put(ClusterClients.pod("shop", "pod-7", "late"));
		SANDBOX.delete("Pod", "shop", "pod-3");
		PodList second = chunk(first.getMetadata().getContinue(), 3);
		assertThat(second.getMetadata().getResourceVersion()).isEqualTo(first.getMetadata().getResourceVersion());
		assertThat(second.getItems()).extracting((pod) -> pod.getMetadata().getName())
			.containsExactly("pod-3", "pod-4", "pod-5");
		PodList last = chunk(second.getMetadata().getContinue(), 3);
		assertThat(last.getItems()).extracting((pod) -> pod.getMetadata().getName()).containsExactly("pod-6");
		assertThat(last.getMetadata().getContinue()).isNull();
	}

	@Test
	void letsChunksExpire() {
		String token = chunk(null, 3).getMetadata().getContinue();
		SANDBOX.compact();
		assertThatExceptionOfType(KubernetesClientException.class).isThrownBy(() -> chunk(token, 3)).satisfies((ex) -> {
			assertThat(ex.getCode()).isEqualTo(410);
			assertThat(ex.getStatus().getReason()).isEqualTo("Expired");
			String anew = ex.getStatus().getMetadata().getContinue();
			assertThat(chunk(anew, 9).getItems()).hasSize(4);
		});
	}

	@Test
	void tellsAListFromMemoryWhole() {
		PodList list = CLIENT.pods()
			.inNamespace("shop")
			.list(new ListOptionsBuilder().withLimit(3L).withResourceVersion("0").build());
		assertThat(list.getItems()).hasSize(7);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			app=web                        | 3
			app==web                       | 3
			app!=web                       | 4
			app in (web, cart)             | 7
			app in (web),app notin (cart)  | 3
			app notin (web)                | 4
			app                            | 7
			!app                           | 0
			tier                           | 0
			tier!=front                    | 7
			""")
	void selectsByLabels(String selector, int expected) {
		assertThat(CLIENT.pods()
			.inNamespace("shop")
			.list(new ListOptionsBuilder().withLabelSelector(selector).build())
			.getItems()).hasSize(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			metadata.name=pod-1                       | 1
			metadata.name!=pod-1                      | 7
			metadata.namespace=jobs                   | 1
			spec.nodeName=node-a,status.phase=Running | 8
			spec.nodeName=                            | 0
			status.phase!=Running                     | 0
			""")
	void selectsByFields(String selector, int expected) {
		assertThat(CLIENT.pods()
			.inAnyNamespace()
			.list(new ListOptionsBuilder().withFieldSelector(selector).build())
			.getItems()).hasSize(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					limit=abc           | strconv.ParseInt: parsing "abc": invalid syntax
					fieldSelector=foo=a | field label not supported: foo
					fieldSelector=foo   | invalid selector: 'foo'; can't understand 'foo'
					continue=e30        | invalid continue token: continue key is not valid: server does not recognize this encoded version
					""")
	void refusesWhatMakesNoSense(String query, String message) {
		var answer = ClusterClients.json(SANDBOX, "/api/v1/pods?" + query);
		assertThat(answer.path("code").asInt()).isEqualTo(400);
		assertThat(answer.path("reason").asString()).isEqualTo("BadRequest");
		assertThat(answer.path("message").asString()).startsWith(message);
	}

	@Test
	void printsATableOnDemand() {
		var request = ClusterClients.request(SANDBOX, "/api/v1/namespaces/shop/pods?limit=1", null)
			.header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json")
			.build();
		assertThat(ClusterClients.send(request).body()).contains("\"kind\":\"Table\"")
			.contains("\"cells\":[\"pod-0\",\"0/1\",\"Running\",\"0\",");
	}

	private static PodList chunk(@Nullable String token, long limit) {
		return CLIENT.pods()
			.inNamespace("shop")
			.list(new ListOptionsBuilder().withLimit(limit).withContinue(token).build());
	}

}
