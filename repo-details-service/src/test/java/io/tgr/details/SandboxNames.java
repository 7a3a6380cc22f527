package io.tgr.details;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

/**
 * Repositories that the service was not asked for yet.
 */
final class SandboxNames {

	private final Deque<String> names = new ArrayDeque<>();

	SandboxNames(GithubSandbox github) {
		WebClient client = WebClient.builder()
			.baseUrl(github.url().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
			.build();
		for (int page = 1; page <= 10; page++) {
			JsonNode found = client.get()
				.uri("/search/repositories?q=stars:>100&sort=stars&per_page=100&page={page}", page)
				.header("Authorization", "Bearer sandbox-token")
				.retrieve()
				.bodyToMono(JsonNode.class)
				.block();
			Objects.requireNonNull(found)
				.get("items")
				.forEach((item) -> this.names.add(item.get("full_name").stringValue()));
		}
	}

	String next() {
		return this.names.removeLast();
	}

	List<String> next(int count) {
		return IntStream.range(0, count).mapToObj((index) -> next()).toList();
	}

}
