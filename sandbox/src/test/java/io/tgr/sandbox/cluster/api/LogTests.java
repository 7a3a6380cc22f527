package io.tgr.sandbox.cluster.api;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;

import static org.assertj.core.api.Assertions.assertThat;

class LogTests {

	private static final ClusterSandbox SANDBOX = ClusterSandbox.builder().empty().start();

	@BeforeAll
	static void write() {
		SANDBOX.put(ClusterClients.pod("shop", "one", "web"));
		SANDBOX.put("""
				{"kind":"Pod","apiVersion":"v1","metadata":{"namespace":"shop","name":"two"},
				"spec":{"containers":[{"name":"a"},{"name":"b"}],"initContainers":[{"name":"c"}]},
				"status":{"containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ErrImagePull"}}},
				{"name":"b","state":{"running":{}}}]}}""");
		SANDBOX.log("shop", "one", "main", "first\nsecond\nthird\n");
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void isPlainText() {
		var answer = ClusterClients.get(SANDBOX, "/api/v1/namespaces/shop/pods/one/log", null);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
		assertThat(answer.body()).isEqualTo("first\nsecond\nthird\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tailLines=2              | 'second
			third
			'
			tailLines=0              | ''
			limitBytes=3             | fir
			tailLines=1&limitBytes=2 | th
			""")
	void isCutOnDemand(String query, String expected) {
		assertThat(ClusterClients.get(SANDBOX, "/api/v1/namespaces/shop/pods/one/log?" + query, null).body())
			.isEqualTo(expected);
	}

	// What an API server 1.34 says to these.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					none/log               | 404 | pods "none" not found
					one/log?container=zz   | 400 | container zz is not valid for pod one
					one/log?tailLines=-1   | 422 | PodLogOptions "one" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0
					one/log?limitBytes=0   | 422 | PodLogOptions "one" is invalid: limitBytes: Invalid value: 0: must be greater than 0
					one/log?tailLines=x    | 400 | strconv.ParseInt: parsing "x": invalid syntax
					two/log                | 400 | a container name must be specified for pod two, choose one of: [a b] or one of the init containers: [c]
					two/log?container=a    | 400 | container "a" in pod "two" is waiting to start: image can't be pulled
					two/log?container=b&previous=true | 400 | previous terminated container "b" in pod "two" not found
					""")
	void isRefusedInTheWordsOfTheApiServer(String path, int code, String message) {
		var answer = ClusterClients.json(SANDBOX, "/api/v1/namespaces/shop/pods/" + path);
		assertThat(answer.path("code").asInt()).isEqualTo(code);
		assertThat(answer.path("message").asString()).isEqualTo(message);
	}

}
