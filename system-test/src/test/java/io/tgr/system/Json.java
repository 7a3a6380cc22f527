package io.tgr.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON answers. GitHub allows 30 searches a minute, and tests ask faster than that: a 503
 * is believed, and its {@code Retry-After} is waited for.
 */
public final class Json {

	private static final Duration PATIENCE = Duration.ofSeconds(150);

	private Json() {
	}

	public static JsonNode get(WebTestClient tgr, String path, Object... variables) {
		return get(tgr, (answer) -> true, path, variables);
	}

	/**
	 * Asks until an answer has rows.
	 * @param tgr the client
	 * @param path the path, with variables
	 * @param variables their values
	 * @return the first such answer
	 */
	public static JsonNode getRows(WebTestClient tgr, String path, Object... variables) {
		return get(tgr, (answer) -> !answer.get("items").isEmpty(), path, variables);
	}

	private static JsonNode get(WebTestClient tgr, Predicate<JsonNode> enough, String path, Object... variables) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			EntityExchangeResult<JsonNode> result = tgr.get()
				.uri(path, variables)
				.accept(MediaType.APPLICATION_JSON)
				.exchange()
				.expectBody(JsonNode.class)
				.returnResult();
			boolean busy = result.getStatus().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE);
			JsonNode answer = Objects.requireNonNull(result.getResponseBody());
			if ((!busy && (result.getStatus().isError() || enough.test(answer))) || System.nanoTime() > end) {
				assertThat(result.getStatus()).as(path).isEqualTo(HttpStatus.OK);
				return answer;
			}
			await((busy) ? retryAfter(result.getResponseHeaders()) : 5);
		}
	}

	private static long retryAfter(HttpHeaders headers) {
		String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
		assertThat(seconds).as("Retry-After of a 503").matches("\\d+");
		return Math.max(1, Math.min(70, Long.parseLong(seconds)));
	}

	private static void await(long seconds) {
		try {
			TimeUnit.SECONDS.sleep(seconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public static List<JsonNode> items(JsonNode answer) {
		return StreamSupport.stream(answer.get("items").spliterator(), false).toList();
	}

}
