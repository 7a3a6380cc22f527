package io.tgr.details;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.common.github.CallPriority;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

/**
 * Asks for what one batched call can tell of many repositories, as far as it is not
 * known.
 */
@Component
class Overviews {

	private final Flights<Ask> flights;

	private final RepositorySource source;

	private final PartCache cache;

	private final Clock clock;

	Overviews(RepositorySource source, PartCache cache, Clock clock) {
		this.source = source;
		this.cache = cache;
		this.clock = clock;
		this.flights = new Flights<>(clock);
	}

	boolean available() {
		return this.source.overviewsAvailable();
	}

	/**
	 * Prepares the calls that repositories need. Nothing is called before an answer is
	 * subscribed to.
	 * @param names the repositories
	 * @param question what is asked of them
	 * @return answers by name; none for a repository of which all is known
	 */
	Map<RepositoryName, Mono<Known<Overview>>> prepare(List<RepositoryName> names, Question question) {
		if (!available()) {
			return Map.of();
		}
		Map<Set<RepositoryPart>, List<Ask>> groups = new LinkedHashMap<>();
		for (RepositoryName name : names) {
			Set<RepositoryPart> missing = missing(name, question.overviewParts());
			if (!missing.isEmpty()) {
				groups.computeIfAbsent(missing, (parts) -> new ArrayList<>())
					.add(new Ask(name, missing, question.priority()));
			}
		}
		Map<RepositoryName, Mono<Known<Overview>>> prepared = new HashMap<>();
		groups.forEach(
				(parts, asks) -> this.flights.<Known<Overview>>joinAll(asks, this.source.overviewSize(), this::load)
					.forEach((ask, overview) -> prepared.put(ask.name(), overview)));
		return prepared;
	}

	private Set<RepositoryPart> missing(RepositoryName name, Set<RepositoryPart> parts) {
		Set<RepositoryPart> missing = EnumSet.copyOf(parts);
		missing.removeIf((part) -> this.cache.isFresh(new Slot<>(Slot.Kind.valueOf(part.name()), name, 0)));
		return missing;
	}

	private Mono<Map<Ask, Mono<Known<Overview>>>> load(List<Ask> asks) {
		Ask first = asks.get(0);
		return first.priority().on(Mono.defer(() -> {
			Instant asOf = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			return this.source.overviews(asks.stream().map(Ask::name).toList(), first.parts())
				.map((answers) -> known(asks, answers, asOf));
		}));
	}

	private Map<Ask, Mono<Known<Overview>>> known(List<Ask> asks, Map<RepositoryName, Mono<Overview>> answers,
			Instant asOf) {
		Map<Ask, Mono<Known<Overview>>> known = new HashMap<>();
		asks.forEach((ask) -> known.put(ask,
				answers.getOrDefault(ask.name(), unanswered())
					.map((overview) -> new Known<>(overview, asOf))
					.doOnNext((overview) -> keep(ask.name(), overview))));
		return known;
	}

	// Known from now on, even if the turn of the repository comes after the deadline.
	private void keep(RepositoryName name, Known<Overview> known) {
		Overview overview = known.value();
		this.cache.keep(Slot.facts(name), new Known<>(overview.named(), known.asOf()));
		if (overview.languages() != null) {
			this.cache.keep(Slot.languages(name), new Known<>(overview.languages(), known.asOf()));
		}
		if (overview.release() != null) {
			this.cache.keep(Slot.release(name), new Known<>(overview.release(), known.asOf()));
		}
	}

	private static Mono<Overview> unanswered() {
		return Mono.error(() -> new GithubException(GithubFailure.UNREADABLE, null));
	}

	/**
	 * What is asked of one repository.
	 *
	 * @param name the repository
	 * @param parts the parts missing
	 * @param priority who goes first
	 */
	private record Ask(RepositoryName name, Set<RepositoryPart> parts, CallPriority priority) {

	}

}
