package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Warning;
import io.tgr.cluster.watch.PodChange.Type;

/**
 * The latest warnings about pods: few for each, for an hour, and not longer than the pod
 * is there.
 */
@Component
public final class Warnings {

	static final int PER_POD = 5;

	private static final int IN_ALL = 20_000;

	private static final Duration MEMORY = Duration.ofHours(1);

	private static final Comparator<Warning> NEWEST_FIRST = Comparator.comparing(Warnings::time).reversed();

	private final Cache<String, Heard> byPod;

	private final Clock clock;

	Warnings(PodCache pods, Clock clock) {
		this.clock = clock;
		this.byPod = Caffeine.newBuilder()
			.maximumWeight(IN_ALL)
			.weigher((String pod, Heard heard) -> heard.warnings().size())
			.expireAfterWrite(MEMORY)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
		pods.changes().observe(this::forget);
	}

	/**
	 * The warnings about a pod, newest first.
	 * @param podUid the pod
	 * @return few of them, none if they are not known
	 */
	public List<Warning> of(String podUid) {
		Heard heard = this.byPod.getIfPresent(podUid);
		Instant oldest = this.clock.instant().minus(MEMORY);
		return (heard != null) ? heard.warnings().stream().filter((warning) -> time(warning).isAfter(oldest)).toList()
				: List.of();
	}

	void put(Scope scope, Warning warning) {
		if (time(warning).isAfter(this.clock.instant().minus(MEMORY))) {
			this.byPod.asMap()
				.merge(warning.podUid(), new Heard(scope, List.of(warning)),
						(known, added) -> new Heard(scope, latest(known.warnings(), warning)));
		}
	}

	void retain(Set<Scope> scopes) {
		this.byPod.asMap().values().removeIf((heard) -> !scopes.contains(heard.scope()));
	}

	int size() {
		return this.byPod.asMap().values().stream().mapToInt((heard) -> heard.warnings().size()).sum();
	}

	private static List<Warning> latest(List<Warning> known, Warning added) {
		return Stream.concat(known.stream().filter((warning) -> !warning.uid().equals(added.uid())), Stream.of(added))
			.sorted(NEWEST_FIRST)
			.limit(PER_POD)
			.toList();
	}

	private void forget(PodChange change) {
		PodRow gone = change.before();
		if (change.type() == Type.DELETED && gone != null) {
			this.byPod.invalidate(gone.uid());
		}
	}

	private static Instant time(Warning warning) {
		Instant last = (warning.lastSeenAt() != null) ? warning.lastSeenAt() : warning.firstSeenAt();
		return (last != null) ? last : Instant.EPOCH;
	}

	/**
	 * What was heard of one pod.
	 *
	 * @param scope by which list or watch
	 * @param warnings the latest warnings, newest first
	 */
	private record Heard(Scope scope, List<Warning> warnings) {

	}

}
