package io.tgr.trending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.discovery.SweepState;

/**
 * A discovery that does what a test says.
 */
class ScriptedDiscovery implements Discovery {

	static final SweepState NEVER = new SweepState(SweepState.Stage.NEVER, List.of(), null, null);

	static final SweepState COMPLETE = new SweepState(SweepState.Stage.COMPLETE, List.of(),
			Instant.parse("2026-11-22T04:00:00.123456Z"), null);

	final Map<String, SweepState> states = new ConcurrentHashMap<>();

	final Map<String, Mono<Void>> runs = new ConcurrentHashMap<>();

	final AtomicInteger asked = new AtomicInteger();

	Mono<List<String>> mostStarred = Mono.just(List.of());

	@Override
	public SweepState state(@Nullable String language) {
		return this.states.getOrDefault(key(language), NEVER);
	}

	final Set<String> current = ConcurrentHashMap.newKeySet();

	@Override
	public List<Optional<String>> planned() {
		return this.current.stream().map(Optional::of).toList();
	}

	@Override
	public boolean isCurrent(@Nullable String language) {
		return this.current.contains(key(language));
	}

	@Override
	public Mono<Void> ensure(@Nullable String language) {
		return Mono.defer(() -> {
			this.asked.incrementAndGet();
			return this.runs.getOrDefault(key(language), Mono.empty());
		});
	}

	@Override
	public Mono<List<String>> mostStarred(String language, int count) {
		return this.mostStarred;
	}

	static String key(@Nullable String language) {
		return (language != null) ? language : "*";
	}

}
