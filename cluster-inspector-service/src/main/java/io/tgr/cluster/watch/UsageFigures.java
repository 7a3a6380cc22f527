package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;

/**
 * What pods use, as measured within the last minutes.
 */
@Component
public final class UsageFigures {

	static final Duration MEMORY = Duration.ofMinutes(5);

	private final Map<Scope, Figures> figures = new ConcurrentHashMap<>();

	private final Clock clock;

	UsageFigures(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What a pod uses.
	 * @param key the pod
	 * @return its usage, {@code null} if it is not known
	 */
	public @Nullable PodUsage of(PodKey key) {
		PodUsage usage = in(Scope.CLUSTER, key);
		usage = (usage != null) ? usage : in(new Scope(key.namespace()), key);
		return (usage != null && usage.measuredAt().isAfter(oldest())) ? usage : null;
	}

	/**
	 * Whether figures are to be had.
	 * @return {@code false} if nobody measures, or we may not see it
	 */
	public boolean available() {
		Instant oldest = oldest();
		return this.figures.values().stream().anyMatch((known) -> known.askedAt().isAfter(oldest));
	}

	void replace(Scope scope, Map<PodKey, PodUsage> usage) {
		this.figures.put(scope, new Figures(this.clock.instant(), usage));
	}

	void retain(Set<Scope> scopes) {
		Instant oldest = oldest();
		this.figures.entrySet()
			.removeIf((entry) -> !scopes.contains(entry.getKey()) || !entry.getValue().askedAt().isAfter(oldest));
	}

	private @Nullable PodUsage in(Scope scope, PodKey key) {
		Figures known = this.figures.get(scope);
		return (known != null) ? known.usage().get(key) : null;
	}

	private Instant oldest() {
		return this.clock.instant().minus(MEMORY);
	}

	/**
	 * One answer.
	 *
	 * @param askedAt when
	 * @param usage the figures
	 */
	private record Figures(Instant askedAt, Map<PodKey, PodUsage> usage) {

	}

}
