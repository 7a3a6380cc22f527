package io.tgr.details;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads many repositories side by side: each once, each reported under every name it was
 * asked by, each failing alone.
 */
@Component
class RepositoryBatch {

	private final RepositoryReader reader;

	private final Overviews overviews;

	private final PartCache cache;

	private final DetailsProperties properties;

	private final Clock clock;

	RepositoryBatch(RepositoryReader reader, Overviews overviews, PartCache cache, DetailsProperties properties,
			Clock clock) {
		this.reader = reader;
		this.overviews = overviews;
		this.cache = cache;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Reads in order of arrival.
	 * @param names names as asked for
	 * @param question what is asked of each
	 * @return one answer for each different spelling
	 */
	Flux<RepositoryDetails> stream(Collection<String> names, Question question) {
		return Flux.defer(() -> {
			Map<RepositoryName, Set<String>> spellings = new LinkedHashMap<>();
			List<RepositoryDetails> impossible = new ArrayList<>();
			for (String spelling : new LinkedHashSet<>(names)) {
				RepositoryName name = RepositoryName.parse(spelling);
				if (name != null) {
					spellings.computeIfAbsent(name, (absent) -> new LinkedHashSet<>()).add(spelling);
				}
				else {
					impossible.add(RepositoryDetails.failed(spelling, null, new NoSuchRepositoryException(spelling),
							this.clock.instant()));
				}
			}
			return Flux.fromIterable(impossible)
				.concatWith(recall(spellings.keySet(), question).thenMany(Flux.defer(() -> read(spellings, question))));
		});
	}

	/**
	 * Reads in the order asked for.
	 * @param names names as asked for
	 * @param question what is asked of each
	 * @return one answer with an item for each name
	 */
	Mono<BatchAnswer> collect(List<String> names, Question question) {
		return stream(names, question).collectMap(RepositoryDetails::requestedName)
			.map((answers) -> BatchAnswer.of(this.clock.instant(),
					names.stream().map((name) -> Objects.requireNonNull(answers.get(name))).toList()));
	}

	private Mono<Void> recall(Set<RepositoryName> names, Question question) {
		return this.cache.recall(names.stream().flatMap((name) -> question.slots(name).stream()).toList());
	}

	private Flux<RepositoryDetails> read(Map<RepositoryName, Set<String>> spellings, Question question) {
		List<RepositoryName> names = List.copyOf(spellings.keySet());
		Map<RepositoryName, Mono<Known<Overview>>> prepared = this.overviews.prepare(names, question);
		Flux<RepositoryDetails> answers = Flux.fromIterable(names)
			.flatMap(
					(name) -> this.reader.details(name, question, prepared.get(name))
						.onErrorResume((failure) -> Mono.just(failed(name, failure)))
						.flatMapIterable((details) -> spellings(details, spellings.getOrDefault(name, Set.of()))),
					width(question));
		return Flux.merge(boarded(prepared.values(), question), answers);
	}

	// Batched calls go out at once, not only when the first of their repositories has its
	// turn.
	private static Mono<RepositoryDetails> boarded(Collection<Mono<Known<Overview>>> overviews, Question question) {
		return question.deadline()
			.limit(Mono.whenDelayError(overviews))
			.onErrorComplete()
			.then(Mono.<RepositoryDetails>empty());
	}

	private static List<RepositoryDetails> spellings(RepositoryDetails details, Set<String> spellings) {
		return spellings.stream().map(details::requestedAs).toList();
	}

	private int width(Question question) {
		boolean batched = this.overviews.available();
		long calls = question.parts().stream().filter((part) -> !batched || part.hasCallOfItsOwn()).count();
		return (int) Math.max(1, this.properties.sideBySide() / Math.max(1, calls));
	}

	private RepositoryDetails failed(RepositoryName name, Throwable failure) {
		return RepositoryDetails.failed(name.fullName(), this.reader.url(name), failure, this.clock.instant());
	}

}
