package io.tgr.cluster.kubernetes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One watch under way. The client's own watcher is not used: it keeps no status of a
 * refused watch, and stumbles over what is not ASCII. As much is read as is asked for.
 *
 * @param <R> what is kept of one object
 */
final class OpenWatch<R> {

	private final KubernetesClient client;

	private final Kind<R> kind;

	private final Right right;

	private final FluxSink<WatchEvent<R>> sink;

	private final WatchLines lines = new WatchLines();

	private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();

	private final AtomicReference<@Nullable AsyncBody> waiting = new AtomicReference<>();

	private volatile boolean refused;

	private volatile boolean ended;

	OpenWatch(KubernetesClient client, Kind<R> kind, Right right, FluxSink<WatchEvent<R>> sink) {
		this.client = client;
		this.kind = kind;
		this.right = right;
		this.sink = sink;
	}

	void open(ApiRequest request) {
		CompletableFuture<HttpResponse<AsyncBody>> call = this.client.getHttpClient()
			.consumeBytes(KubernetesRequests.get(this.client, request).forStreaming().build(), this::received);
		this.sink.onRequest((more) -> goOn());
		this.sink.onDispose(() -> close(call));
		call.whenComplete(this::answered);
	}

	private void answered(@Nullable HttpResponse<AsyncBody> answer, @Nullable Throwable failure) {
		if (answer == null) {
			end((failure != null) ? Failures.of(this.right, failure) : null);
			return;
		}
		this.refused = !answer.isSuccessful();
		answer.body().done().whenComplete((nothing, cut) -> end(outcome(answer, cut)));
		answer.body().consume();
	}

	private @Nullable KubernetesException outcome(HttpResponse<AsyncBody> answer, @Nullable Throwable cut) {
		if (this.refused) {
			return Failures.of(this.right, answer.code(), Answers.status(this.client, this.refusal.toByteArray()),
					Answers.retryAfter(answer));
		}
		return (cut != null) ? Failures.of(this.right, cut) : null;
	}

	private void received(List<ByteBuffer> buffers, AsyncBody body) {
		for (ByteBuffer buffer : buffers) {
			if (this.refused) {
				Answers.keep(buffer, this.refusal);
			}
			else {
				this.lines.read(buffer, this::line);
			}
		}
		this.waiting.set(body);
		if (this.refused || this.sink.requestedFromDownstream() > 0) {
			goOn();
		}
	}

	private void goOn() {
		AsyncBody body = this.waiting.getAndSet(null);
		if (body != null) {
			body.consume();
		}
	}

	private void line(byte[] line) {
		if (this.ended) {
			return;
		}
		io.fabric8.kubernetes.api.model.WatchEvent told = Answers.object(this.client, this.right, line,
				io.fabric8.kubernetes.api.model.WatchEvent.class);
		if (told.getObject() instanceof Status status) {
			end(Failures.of(this.right, (status.getCode() != null) ? status.getCode() : 500, status, null));
		}
		else if (told.getObject() instanceof HasMetadata object) {
			this.sink.next(event(WatchEvent.Type.valueOf(told.getType()), object));
		}
	}

	private WatchEvent<R> event(WatchEvent.Type type, HasMetadata object) {
		return new WatchEvent<>(type, (type != WatchEvent.Type.BOOKMARK) ? this.kind.read(object) : null,
				object.getMetadata().getResourceVersion());
	}

	private void end(@Nullable KubernetesException failure) {
		if (this.ended) {
			return;
		}
		this.ended = true;
		if (failure != null) {
			this.sink.error(failure);
		}
		else {
			this.sink.complete();
		}
	}

	private void close(CompletableFuture<HttpResponse<AsyncBody>> call) {
		this.ended = true;
		call.thenAccept((answer) -> answer.body().cancel());
		call.cancel(true);
	}

}
