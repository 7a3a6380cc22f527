package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * Follows what our rights allow, and finds out again and again what that is. The service
 * starts without the API and goes on without it: as long as it is out of reach nothing is
 * dropped.
 */
final class Supervisor implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Supervisor.class);

	private static final Duration PULSE = Duration.ofSeconds(1);

	// An API server that has just started refuses everybody until it knows the roles.
	private static final Duration DOUBT = Duration.ofSeconds(3);

	private static final int FIGURES_EVERY = 5;

	private final OwnRights rights;

	private final List<KindLoops<?>> loops;

	private final UsagePoller usage;

	private final Freshness freshness;

	private final Signs signs;

	private final PodFigures figures;

	private final Duration interval;

	private final Scheduler scheduler;

	private final Backoff backoff = new Backoff();

	private volatile @Nullable Disposable running;

	private Set<Scope> followed = Set.of();

	private boolean doubted;

	Supervisor(OwnRights rights, List<KindLoops<?>> loops, UsagePoller usage, Freshness freshness, Signs signs,
			PodFigures figures, Duration interval, Scheduler scheduler) {
		this.rights = rights;
		this.loops = loops;
		this.usage = usage;
		this.freshness = freshness;
		this.signs = signs;
		this.figures = figures;
		this.interval = interval;
		this.scheduler = scheduler;
	}

	@Override
	public void start() {
		this.running = Disposables.composite(run("asking for our rights", checks()),
				run("asking for usage", this.usage.run()), run("telling the time", pulse()));
	}

	@Override
	public void stop() {
		Disposable work = this.running;
		this.running = null;
		if (work != null) {
			work.dispose();
			this.loops.forEach(KindLoops::stop);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	// Before the web server and until after it: requests in flight are answered.
	@Override
	public int getPhase() {
		return 0;
	}

	private static Disposable run(String work, Mono<Void> steps) {
		return steps.subscribe(null, (failure) -> logger.error("Stops %s".formatted(work), failure));
	}

	private Mono<Void> pulse() {
		return Flux.interval(PULSE, this.scheduler).onBackpressureDrop().doOnNext((count) -> {
			this.signs.changed();
			if (count % FIGURES_EVERY == 0) {
				this.figures.refresh();
			}
		}).then();
	}

	private Mono<Void> checks() {
		return Mono
			.defer(() -> this.rights.reach()
				.publishOn(this.scheduler)
				.map(this::follow)
				.onErrorResume((failure) -> Mono.just(failure).publishOn(this.scheduler).map(this::failed)))
			.flatMap(this::rest)
			.subscribeOn(this.scheduler)
			.repeat()
			.then();
	}

	// When refused we ask at once, but never without a pause.
	private Mono<Void> rest(Duration wait) {
		Mono<Void> pause = Mono.delay(PULSE, this.scheduler).then();
		return Mono.firstWithSignal(Mono.delay(wait, this.scheduler).then(), this.signs.refused().then(pause));
	}

	private Duration follow(Reach reach) {
		this.backoff.reset();
		if (isDoubtful(reach)) {
			return DOUBT;
		}
		this.freshness.missing(reach.missing());
		this.loops.forEach((kind) -> kind.follow(reach.of(kind.kind().toString())));
		this.usage.follow(reach.usage());
		if (reach.of(Kind.PODS.toString()).isEmpty()) {
			logger.warn("Nothing can be followed, for want of the right to " + reach.missing());
		}
		return this.interval;
	}

	// Rows are dropped only when we are refused twice.
	private boolean isDoubtful(Reach reach) {
		Set<Scope> pods = reach.of(Kind.PODS.toString());
		boolean less = !pods.contains(Scope.CLUSTER) && !pods.containsAll(this.followed);
		this.doubted = less && !this.doubted;
		if (!this.doubted) {
			this.followed = pods;
		}
		return this.doubted;
	}

	private Duration failed(Throwable failure) {
		KubernetesException known = known(failure);
		this.signs.failed("rights", "review", known);
		if (this.freshness.rightsUnknown(known)) {
			logger.warn("Cannot find out what we may (%s): %s".formatted(WatchState.slug(known.failure()),
					known.getMessage()));
		}
		this.signs.changed();
		Duration wait = this.backoff.next(known.retryAfter());
		return (wait.compareTo(this.interval) < 0) ? wait : this.interval;
	}

	// Several questions may fail at once.
	private static KubernetesException known(Throwable failure) {
		return Exceptions.unwrapMultiple(failure)
			.stream()
			.filter(KubernetesException.class::isInstance)
			.map(KubernetesException.class::cast)
			.findFirst()
			.orElseGet(() -> new KubernetesException(KubernetesFailure.UNREADABLE, Kind.PODS.list(null),
					String.valueOf(failure), null, failure));
	}

}
