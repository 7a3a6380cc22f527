package io.tgr.details;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

/**
 * Chooses how to ask for each part: by the batched call that was prepared, or by a call
 * of its own when there is none or when it failed.
 */
@Component
class RepositoryCalls {

	private final RepositorySource source;

	private final PartReader reader;

	private final PartCache cache;

	private final Fallbacks fallbacks;

	RepositoryCalls(RepositorySource source, PartReader reader, PartCache cache, Fallbacks fallbacks) {
		this.source = source;
		this.reader = reader;
		this.cache = cache;
		this.fallbacks = fallbacks;
	}

	Mono<Outcome<NamedFacts>> facts(RepositoryName name, Question question, @Nullable Mono<Known<Overview>> overview) {
		Slot<NamedFacts> slot = Slot.facts(name);
		if (question.paysForFacts()) {
			return this.reader.read(slot, question, either(slot, overview, Overview::named, restFacts(name)));
		}
		return (overview != null)
				? this.reader.read(slot, question, part(overview, Overview::named)).map(RepositoryCalls::unlessGone)
				: Mono.fromSupplier(() -> this.reader.remembered(slot));
	}

	Mono<Outcome<List<LanguageShare>>> languages(RepositoryName name, Question question,
			@Nullable Mono<Known<Overview>> overview) {
		Slot<List<LanguageShare>> slot = Slot.languages(name);
		return this.reader.read(slot, question,
				either(slot, overview, Overview::languages, this.reader.timed(this.source.languages(name))));
	}

	Mono<Outcome<LatestRelease>> release(RepositoryName name, Question question,
			@Nullable Mono<Known<Overview>> overview) {
		Slot<LatestRelease> slot = Slot.release(name);
		return this.reader.read(slot, question,
				either(slot, overview, Overview::release, this.reader.timed(this.source.release(name))));
	}

	Mono<Outcome<List<Contributor>>> contributors(RepositoryName name, Question question) {
		return this.reader.read(Slot.contributors(name), question, this.reader.timed(this.source.contributors(name)));
	}

	Mono<Outcome<Community>> community(RepositoryName name, Question question) {
		return this.reader.read(Slot.community(name), question, this.reader.timed(this.source.community(name)));
	}

	Mono<Outcome<List<StarWeek>>> stars(RepositoryName name, Question question) {
		int weeks = StarWindow.weeks(question.days());
		return this.reader.read(Slot.stars(name, weeks), question, this.reader.timed(this.source.stars(name, weeks)));
	}

	Mono<Outcome<byte[]>> raw(RepositoryName name, Question question) {
		return this.reader.read(Slot.raw(name), question, this.reader.timed(this.source.repository(name))
			.doOnNext((known) -> this.cache.keep(Slot.facts(name), new Known<>(known.value().named(), known.asOf())))
			.map((known) -> new Known<>(known.value().json(), known.asOf())));
	}

	private Mono<Known<NamedFacts>> restFacts(RepositoryName name) {
		return this.reader.timed(this.source.repository(name))
			.doOnNext((known) -> this.cache.keep(Slot.raw(name), new Known<>(known.value().json(), known.asOf())))
			.map((known) -> new Known<>(known.value().named(), known.asOf()));
	}

	private <T> Mono<Known<T>> either(Slot<T> slot, @Nullable Mono<Known<Overview>> overview,
			Function<Overview, @Nullable T> part, Mono<Known<T>> rest) {
		if (overview == null) {
			return rest;
		}
		return part(overview, part).onErrorResume((failure) -> {
			this.fallbacks.rest(slot.kind(), failure);
			return rest;
		});
	}

	// Only the call for what is really wanted decides that a repository is gone.
	private static <T> Outcome<T> unlessGone(Outcome<T> outcome) {
		Throwable failure = outcome.missing();
		return (failure != null && PartReader.isFinal(failure)) ? Outcome.none() : outcome;
	}

	private static <T> Mono<Known<T>> part(Mono<Known<Overview>> overview, Function<Overview, @Nullable T> part) {
		return overview.map((known) -> {
			T value = part.apply(known.value());
			if (value == null) {
				throw new GithubException(GithubFailure.UNREADABLE, null);
			}
			return new Known<>(value, known.asOf());
		});
	}

}
