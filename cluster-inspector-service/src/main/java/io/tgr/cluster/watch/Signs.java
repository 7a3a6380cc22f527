package io.tgr.cluster.watch;

import java.time.Duration;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * Passes on what the lists and watches notice: to the metrics, to those who follow the
 * changes, and to whoever finds out what we may.
 */
@Component
final class Signs {

	private final PodCache cache;

	private final Freshness freshness;

	private final WatchMetrics metrics;

	private final Sinks.Many<Boolean> refusals = Sinks.many().multicast().directBestEffort();

	Signs(PodCache cache, Freshness freshness, WatchMetrics metrics) {
		this.cache = cache;
		this.freshness = freshness;
		this.metrics = metrics;
	}

	void listed(String kind, Duration took) {
		this.metrics.listed(kind, took);
	}

	void failed(String kind, String call, KubernetesException failure) {
		this.metrics.failed(kind, call, failure.failure());
		if (failure.failure() == KubernetesFailure.NOT_ALLOWED) {
			this.refusals.tryEmitNext(true);
		}
	}

	/**
	 * Something may have become stale, or current.
	 */
	void changed() {
		this.cache.changes().stale(this.freshness.report().stale() != null);
	}

	/**
	 * Waits until we are refused something.
	 * @return completes then
	 */
	Mono<Void> refused() {
		return this.refusals.asFlux().next().then();
	}

}
