package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;

/**
 * Asks for usage every now and then, and seldom where nobody measures it.
 */
final class UsagePoller {

	private static final Log logger = LogFactory.getLog(UsagePoller.class);

	private static final Duration SOON = Duration.ofSeconds(1);

	private static final Duration SELDOM = Duration.ofMinutes(5);

	private static final int MOST_DOUBLINGS = 4;

	private final Function<Scope, Mono<Map<PodKey, PodUsage>>> source;

	private final UsageFigures figures;

	private final WatchMetrics metrics;

	private final Duration interval;

	private final Scheduler scheduler;

	private volatile Set<Scope> scopes = Set.of();

	private int failures;

	UsagePoller(Function<Scope, Mono<Map<PodKey, PodUsage>>> source, UsageFigures figures, WatchMetrics metrics,
			Duration interval, Scheduler scheduler) {
		this.source = source;
		this.figures = figures;
		this.metrics = metrics;
		this.interval = interval;
		this.scheduler = scheduler;
	}

	void follow(Set<Scope> allowed) {
		this.scopes = allowed;
		this.figures.retain(allowed);
	}

	/**
	 * Goes on until it is canceled.
	 * @return never ends
	 */
	Mono<Void> run() {
		return Mono.defer(this::poll)
			.flatMap((wait) -> Mono.delay(wait, this.scheduler))
			.subscribeOn(this.scheduler)
			.repeat()
			.then();
	}

	private Mono<Duration> poll() {
		return Flux.fromIterable(this.scopes)
			.concatMap((scope) -> this.source.apply(scope)
				.publishOn(this.scheduler)
				.doOnNext((usage) -> keep(scope, usage)))
			.then(Mono.fromSupplier(this::rest))
			.onErrorResume((failure) -> Mono.fromSupplier(() -> failed(failure)));
	}

	// The right may have been taken away meanwhile.
	private void keep(Scope scope, Map<PodKey, PodUsage> usage) {
		if (this.scopes.contains(scope)) {
			this.figures.replace(scope, usage);
		}
	}

	private Duration rest() {
		this.failures = 0;
		this.figures.retain(this.scopes);
		return (this.scopes.isEmpty() && this.interval.compareTo(SOON) > 0) ? SOON : this.interval;
	}

	private Duration failed(Throwable failure) {
		this.figures.retain(this.scopes);
		if (!(failure instanceof KubernetesException known)) {
			logger.error("Usage could not be read", failure);
			return SELDOM;
		}
		if (known.failure() == KubernetesFailure.NOT_FOUND) {
			return SELDOM;
		}
		this.metrics.failed("usage", "list", known.failure());
		Duration wait = this.interval.multipliedBy(1L << Math.min(++this.failures, MOST_DOUBLINGS));
		Duration asked = (known.retryAfter() != null) ? known.retryAfter() : Duration.ZERO;
		wait = (asked.compareTo(wait) > 0) ? asked : wait;
		return (wait.compareTo(SELDOM) < 0) ? wait : SELDOM;
	}

}
