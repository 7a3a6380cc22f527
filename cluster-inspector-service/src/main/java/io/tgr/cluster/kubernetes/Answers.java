package io.tgr.cluster.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the API server answers.
 */
final class Answers {

	private static final int STATUS_LIMIT = 64 << 10;

	private Answers() {
	}

	/**
	 * Reads an object.
	 * @param client the client
	 * @param right what was tried
	 * @param body the object as JSON
	 * @param type its type
	 * @param <T> its type
	 * @return the object
	 * @throws KubernetesException that tells nothing of the body, which may hold what
	 * nobody is to see
	 */
	static <T> T object(KubernetesClient client, Right right, byte[] body, Class<T> type) {
		try {
			return client.getKubernetesSerialization().unmarshal(new ByteArrayInputStream(body), type);
		}
		catch (RuntimeException ex) {
			throw Failures.unreadable(right, ex);
		}
	}

	static Status status(KubernetesClient client, InputStream body) throws IOException {
		return status(client, body.readNBytes(STATUS_LIMIT));
	}

	/**
	 * Reads what a refusal says. The API server says it in plain text when it has too
	 * much to do, and a proxy in front of it in HTML.
	 * @param client the client
	 * @param body the body
	 * @return what it says
	 */
	static Status status(KubernetesClient client, byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8).strip();
		if (text.startsWith("{")) {
			try {
				return client.getKubernetesSerialization().unmarshal(text, Status.class);
			}
			catch (RuntimeException ex) {
				return new Status();
			}
		}
		Status status = new Status();
		status.setMessage((text.isEmpty() || text.startsWith("<") || text.length() > 500) ? null : text);
		return status;
	}

	/**
	 * Keeps a piece of a refusal that comes in pieces.
	 * @param piece the piece
	 * @param kept what is kept of it, as much as is read of one
	 */
	static void keep(ByteBuffer piece, ByteArrayOutputStream kept) {
		byte[] bytes = new byte[Math.min(piece.remaining(), STATUS_LIMIT - kept.size())];
		piece.get(bytes);
		kept.writeBytes(bytes);
	}

	static @Nullable Duration retryAfter(HttpResponse<?> answer) {
		String seconds = answer.header("Retry-After");
		return (seconds != null && seconds.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
	}

}
