package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.Kind;

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
		WatchState state = new WatchState(this.clock.instant(), heardOfOthers());
		if (scope.namespace() != null || states().isEmpty()) {
			states().put(scope, state);
		}
		LoopProgress progress = new LoopProgress(this.watched, scope, state, this.signs, this.clock, this::settle);
		ListWatch<R> loop = new ListWatch<>(this.sources.apply(scope), this.watched.keeper(), scope, progress,
				new Backoff(), this.scheduler);
		logger.info("Follows %s of %s".formatted(this.watched.name(), scope));
		this.loops.put(scope,
				loop.run()
					.subscribe(null, (failure) -> logger
						.error("No longer follows %s of %s".formatted(this.watched.name(), scope), failure)));
	}

	// A new namespace, or each one once the whole cluster is out of reach, is worth what
	// is known of them together.
	private @Nullable Instant heardOfOthers() {
		return states().values()
			.stream()
			.map(WatchState::heardAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
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

}
