package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * The lists and watches of one kind: one for the whole cluster, or one for each
 * namespace. What is known passes from one to the other.
 *
 * @param <R> what is kept of one object
 */
final class KindLoops<R> {

	private static final Log logger = LogFactory.getLog(KindLoops.class);

	private final WatchedKind<R> watched;

	private final Function<Scope, WatchSource<R>> sources;

	private final Signs signs;

	private final Scheduler scheduler;

	private final Clock clock;

	private final Map<Scope, Disposable> loops = new HashMap<>();

	private Set<Scope> wanted = Set.of();

	KindLoops(WatchedKind<R> watched, Function<Scope, WatchSource<R>> sources, Signs signs, Scheduler scheduler,
			Clock clock) {
		this.watched = watched;
		this.sources = sources;
		this.signs = signs;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	Kind<R> kind() {
		return this.watched.kind();
	}

	/**
	 * Starts and stops what it takes to follow all this and no more.
	 * @param scopes the whole cluster, or namespaces
	 */
	void follow(Set<Scope> scopes) {
		this.wanted = Set.copyOf(scopes);
		this.loops.entrySet().removeIf((loop) -> !scopes.contains(loop.getKey()) && stopped(loop.getValue()));
		scopes.stream().filter((scope) -> !this.loops.containsKey(scope)).forEach(this::start);
		if (!scopes.contains(Scope.CLUSTER) || states().containsKey(Scope.CLUSTER)) {
			settle();
		}
	}

	/**
	 * Stops all, and forgets nothing.
	 */
	void stop() {
		this.loops.values().forEach(Disposable::dispose);
		this.loops.clear();
	}

	// The rows of namespaces are worth more than none until the whole cluster is listed.
	private void start(Scope scope) {
		WatchState state = new WatchState(this.clock.instant(), heardOfAll());
		if (scope.namespace() != null || states().isEmpty()) {
			states().put(scope, state);
		}
		ListWatch<R> loop = new ListWatch<>(this.sources.apply(scope), this.watched.keeper(), scope,
				new Progress(scope, state), new Backoff(), this.scheduler);
		logger.info("Follows %s of %s".formatted(this.watched.name(), scope));
		this.loops.put(scope,
				loop.run()
					.subscribe(null, (failure) -> logger
						.error("No longer follows %s of %s".formatted(this.watched.name(), scope), failure)));
	}

	private @Nullable Instant heardOfAll() {
		WatchState all = states().get(Scope.CLUSTER);
		return (all != null) ? all.heardAt() : null;
	}

	private void settle() {
		states().keySet().retainAll(this.wanted);
		this.watched.keeper().retain(this.wanted);
		this.signs.changed();
	}

	private Map<Scope, WatchState> states() {
		return this.watched.states();
	}

	private static boolean stopped(Disposable loop) {
		loop.dispose();
		return true;
	}

	/**
	 * Notes how one of them is doing.
	 */
	private final class Progress implements WatchListener {

		private final Scope scope;

		private final WatchState state;

		Progress(Scope scope, WatchState state) {
			this.scope = scope;
			this.state = state;
		}

		@Override
		public void listed(Duration took) {
			heard();
			KindLoops.this.signs.listed(KindLoops.this.watched.name(), took);
			if (states().put(this.scope, this.state) == null) {
				settle();
			}
		}

		@Override
		public void heard() {
			boolean lost = this.state.failure() != null;
			this.state.heard(KindLoops.this.clock.instant());
			if (lost) {
				logger.info("Follows %s of %s again".formatted(KindLoops.this.watched.name(), this.scope));
				KindLoops.this.signs.changed();
			}
		}

		// That the API server does not remember so far is no loss: it is listed at once.
		@Override
		public void failed(String call, KubernetesException failure) {
			KindLoops.this.signs.failed(KindLoops.this.watched.name(), call, failure);
			if (failure.failure() != KubernetesFailure.GONE) {
				lost(failure, KindLoops.this.clock.instant());
			}
		}

		private void lost(KubernetesException failure, Instant now) {
			if (!states().containsKey(this.scope)) {
				states().values().forEach((taken) -> taken.lost(failure, now));
			}
			if (this.state.lost(failure, now)) {
				logger.warn("Lost sight of %s of %s (%s): %s".formatted(KindLoops.this.watched.name(), this.scope,
						WatchState.slug(failure.failure()), failure.getMessage()));
				KindLoops.this.signs.changed();
			}
		}

	}

}
