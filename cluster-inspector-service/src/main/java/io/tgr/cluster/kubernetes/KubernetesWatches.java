package io.tgr.cluster.kubernetes;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Watches objects, and tells of each change in the order in which the API server does.
 */
@Component
public final class KubernetesWatches {

	private final KubernetesClient client;

	private final KubernetesProperties properties;

	KubernetesWatches(KubernetesClient client, KubernetesProperties properties) {
		this.client = client;
		this.properties = properties;
	}

	/**
	 * Watches what changes from a version on. Each subscription is a request of its own,
	 * and canceling it closes that.
	 * @param kind what to watch
	 * @param namespace where, {@code null} for the whole cluster
	 * @param resourceVersion the version to go on from
	 * @param <R> what is kept of one object
	 * @return the changes; completes when the API server ends it, as it does every few
	 * minutes; fails with a {@link KubernetesException}, {@code GONE} if the version is
	 * too old
	 */
	public <R> Flux<WatchEvent<R>> watch(Kind<R> kind, @Nullable String namespace, String resourceVersion) {
		Right right = kind.watch(namespace);
		ApiRequest request = kind.request(namespace)
			.as(right)
			.with("watch", true)
			.with("allowWatchBookmarks", true)
			.with("resourceVersion", resourceVersion);
		Duration silence = this.properties.watchSilence();
		return Flux
			.<WatchEvent<R>>create((sink) -> new OpenWatch<>(this.client, kind, right, sink)
				.open(request.with("timeoutSeconds", length(kind).toSeconds())))
			.timeout(silence)
			.onErrorMap(TimeoutException.class, (ex) -> Failures.silent(right, silence));
	}

	/**
	 * How long the API server is to keep a watch open: not all of them end at once, and
	 * one without bookmarks ends before its silence means anything.
	 * @param kind what is watched
	 * @return the time
	 */
	private Duration length(Kind<?> kind) {
		Duration most = this.properties.watchLength();
		Duration quiet = this.properties.watchSilence().multipliedBy(2).dividedBy(3);
		Duration length = (kind.bookmarked() || most.compareTo(quiet) < 0) ? most : quiet;
		return Duration.ofMillis((long) (length.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.0)))
			.plusSeconds(1);
	}

}
