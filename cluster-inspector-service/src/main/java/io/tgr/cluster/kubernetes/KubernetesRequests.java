package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads from the Kubernetes API through the client's own connections and credentials.
 * Beneath its typed calls, which keep neither the header {@code Retry-After} nor a body
 * out of memory.
 */
@Component
final class KubernetesRequests {

	private static final int LIMIT = 16 << 20;

	private final KubernetesCalls calls;

	private final KubernetesProperties properties;

	KubernetesRequests(KubernetesCalls calls, KubernetesProperties properties) {
		this.calls = calls;
		this.properties = properties;
	}

	<T> Mono<T> object(ApiRequest request, Class<T> type) {
		return this.calls.call(request.right(), (client) -> {
			byte[] body = read(client, request, (answer) -> answer.readNBytes(LIMIT));
			return Answers.object(client, request.right(), body, type);
		});
	}

	/**
	 * Reads an answer as it comes.
	 * @param request what is asked
	 * @param reader what to make of the answer
	 * @param <T> what is made of it
	 * @return what was made of it
	 */
	<T> Mono<T> stream(ApiRequest request, Reader<T> reader) {
		return this.calls.call(request.right(), (client) -> read(client, request, reader));
	}

	static HttpRequest.Builder get(KubernetesClient client, ApiRequest request) {
		return client.getHttpClient()
			.newHttpRequestBuilder()
			.uri(request.at(client.getMasterUrl().toString()))
			.setHeader("Accept", "application/json, */*");
	}

	private <T> T read(KubernetesClient client, ApiRequest request, Reader<T> reader) {
		HttpRequest get = get(client, request).timeout(this.properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
			.build();
		HttpResponse<InputStream> answer = await(client.getHttpClient().sendAsync(get, InputStream.class));
		try (InputStream body = answer.body()) {
			if (!answer.isSuccessful()) {
				throw Failures.of(request.right(), answer.code(), Answers.status(client, body),
						Answers.retryAfter(answer));
			}
			return reader.read(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <T> T await(CompletableFuture<T> answer) {
		try {
			return answer.get();
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/**
	 * Makes something of an answer.
	 *
	 * @param <T> what is made of it
	 */
	interface Reader<T> {

		T read(InputStream answer) throws IOException;

	}

}
