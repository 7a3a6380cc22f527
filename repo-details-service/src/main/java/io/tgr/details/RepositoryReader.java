package io.tgr.details;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the parts of a repository together. Each fails alone; the repository fails as a
 * whole only when it is gone or when nothing at all could be had.
 */
@Component
class RepositoryReader {

	private final RepositoryCalls calls;

	private final Overviews overviews;

	private final PartCache cache;

	private final MissingRepositories missing;

	private final DetailsProperties properties;

	private final Clock clock;

	RepositoryReader(RepositoryCalls calls, Overviews overviews, PartCache cache, MissingRepositories missing,
			DetailsProperties properties, Clock clock) {
		this.calls = calls;
		this.overviews = overviews;
		this.cache = cache;
		this.missing = missing;
		this.properties = properties;
		this.clock = clock;
	}

	Mono<RepositoryDetails> details(RepositoryName name, Question question) {
		return Mono.defer(() -> this.cache.recall(question.slots(name)))
			.then(Mono.defer(() -> details(name, question, this.overviews.prepare(List.of(name), question).get(name))));
	}

	Mono<RepositoryDetails> details(RepositoryName name, Question question, @Nullable Mono<Known<Overview>> overview) {
		return this.missing.unlessMissing(name, outcomes(name, question, overview).map((outcomes) -> {
			Instant now = this.clock.instant();
			outcomes.requireAny(question, now);
			return outcomes.details(name, url(name), question, now);
		}));
	}

	Mono<RepositoryStars> stars(RepositoryName name, Question question) {
		return this.missing.unlessMissing(name, Mono.defer(() -> this.cache.recall(question.slots(name)))
			.then(Mono.defer(() -> outcomes(name, question, this.overviews.prepare(List.of(name), question).get(name))))
			.map((outcomes) -> outcomes.starsByDay(name, question.days(), this.clock.instant())));
	}

	/**
	 * Reads GitHub's own JSON.
	 * @param name the repository
	 * @param question how urgent it is
	 * @return the bytes, never without a value
	 */
	Mono<Outcome<byte[]>> raw(RepositoryName name, Question question) {
		return this.missing.unlessMissing(name,
				Mono.defer(() -> this.cache.recall(List.of(Slot.raw(name))))
					.then(this.calls.raw(name, question))
					.doOnNext(Outcome::required));
	}

	String url(RepositoryName name) {
		return this.properties.webUrl() + "/" + name.fullName();
	}

	private Mono<RepositoryOutcomes> outcomes(RepositoryName name, Question question,
			@Nullable Mono<Known<Overview>> overview) {
		return Mono
			.zip(this.calls.facts(name, question, overview).flatMap(RepositoryReader::unlessGone),
					ask(question, RepositoryPart.LANGUAGES, () -> this.calls.languages(name, question, overview)),
					ask(question, RepositoryPart.CONTRIBUTORS, () -> this.calls.contributors(name, question)),
					ask(question, RepositoryPart.RELEASE, () -> this.calls.release(name, question, overview)),
					ask(question, RepositoryPart.COMMUNITY, () -> this.calls.community(name, question)),
					ask(question, RepositoryPart.STARS, () -> this.calls.stars(name, question)))
			.map((parts) -> new RepositoryOutcomes(parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4(),
					parts.getT5(), parts.getT6()))
			.flatMap((outcomes) -> facts(name, question, outcomes).map(outcomes::decidedBy));
	}

	private Mono<Outcome<NamedFacts>> facts(RepositoryName name, Question question, RepositoryOutcomes outcomes) {
		return (outcomes.leaveExistenceOpen()) ? this.calls.facts(name, question).flatMap(RepositoryReader::unlessGone)
				: Mono.just(outcomes.facts());
	}

	private static <T> Mono<Outcome<T>> ask(Question question, RepositoryPart part, Supplier<Mono<Outcome<T>>> call) {
		return (question.asks(part)) ? call.get() : Mono.just(Outcome.none());
	}

	// Ends early when there is no repository: calls for its other parts are cancelled.
	private static <T> Mono<Outcome<T>> unlessGone(Outcome<T> outcome) {
		Throwable failure = outcome.failure();
		return (failure != null && outcome.isDenied()) ? Mono.error(failure) : Mono.just(outcome);
	}

}
