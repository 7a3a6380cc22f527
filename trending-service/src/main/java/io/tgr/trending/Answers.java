package io.tgr.trending;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.trending.archive.Archive;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;

/**
 * Answers {@code GET /trending}: from memory, or after a first bounded look at what
 * nobody asked for before.
 */
@Component
public final class Answers {

	private final WarmAnswers warm;

	private final Rankings rankings;

	private final Archive archive;

	private final PastAnswers past;

	private final Discovery discovery;

	private final AnswerComposer composer;

	private final AnswerEncoder encoder;

	private final RowDetails details;

	private final AnswerProperties properties;

	private final AnswerMetrics metrics;

	private final Clock clock;

	Answers(WarmAnswers warm, Rankings rankings, Archive archive, PastAnswers past, Discovery discovery,
			AnswerComposer composer, AnswerEncoder encoder, RowDetails details, AnswerProperties properties,
			AnswerMetrics metrics, Clock clock) {
		this.warm = warm;
		this.rankings = rankings;
		this.archive = archive;
		this.past = past;
		this.discovery = discovery;
		this.composer = composer;
		this.encoder = encoder;
		this.details = details;
		this.properties = properties;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Nullable EncodedAnswer ready(TrendingQuery query) {
		ReadyAnswer ready = (query.details()) ? null : this.warm.ready(query);
		return (ready != null) ? counted(ready) : null;
	}

	/**
	 * Answers a question.
	 * @param query the question
	 * @return the answer in the question's shape
	 */
	public Mono<EncodedAnswer> answer(TrendingQuery query) {
		EncodedAnswer ready = ready(query);
		if (ready != null) {
			return Mono.just(ready);
		}
		Mono<Long> deadline = Mono.delay(this.properties.patience()).cache();
		Mono<EncodedAnswer> made = (query.key().date() != null) ? past(query, deadline) : present(query, deadline);
		return made.doOnError(ArchiveUnavailableException.class,
				(failure) -> this.metrics.answered(Outcome.UNAVAILABLE));
	}

	/**
	 * Looks at a question that somebody follows, who has an answer already; counts as
	 * none.
	 * @param query the question
	 * @return the answer by what is known now
	 */
	public Mono<EncodedAnswer> known(TrendingQuery query) {
		return Mono.defer(() -> {
			ReadyAnswer ready = this.warm.ready(query);
			return (ready != null) ? Mono.just(ready) : this.warm.current(query);
		}).map(ReadyAnswer::encoded);
	}

	private Mono<EncodedAnswer> past(TrendingQuery query, Mono<Long> deadline) {
		return this.past.answer(query).flatMap((answer) -> {
			this.metrics.answered(Outcome.of(answer), answer.coverage());
			return (query.details()) ? this.details.add(answer, deadline) : Mono.just(answer);
		}).flatMap((answer) -> this.encoder.single(query, answer));
	}

	private Mono<EncodedAnswer> present(TrendingQuery query, Mono<Long> deadline) {
		return first(query.key(), deadline).flatMap((first) -> (query.details() || !first.failures().isEmpty())
				? single(query, first, deadline) : remembered(query, first.cold()));
	}

	private Mono<FirstFigures> first(RankingKey key, Mono<Long> deadline) {
		List<Optional<String>> unknown = key.scopes()
			.stream()
			.filter((language) -> this.discovery.state(language.orElse(null)).stage() == SweepState.Stage.NEVER)
			.toList();
		return Flux.fromIterable(unknown)
			.flatMap((language) -> this.discovery.ensure(language.orElse(null))
				.timeout(deadline)
				.<Throwable>then(Mono.empty())
				.onErrorResume(Mono::just))
			.collectList()
			.map((failures) -> new FirstFigures(!unknown.isEmpty(), failures));
	}

	private Mono<EncodedAnswer> remembered(TrendingQuery query, boolean cold) {
		return (cold) ? this.warm.newest(query).map((answer) -> {
			this.metrics.answered(Outcome.COLD, answer.coverage());
			return answer.encoded();
		}) : this.warm.current(query).map(this::counted);
	}

	private Mono<EncodedAnswer> single(TrendingQuery query, FirstFigures first, Mono<Long> deadline) {
		Mono<Ranking> ranked = (first.cold()) ? this.rankings.newest(query.key()) : this.rankings.current(query.key());
		return ranked.zipWhen((ranking) -> this.archive.before(query.key(), ranking.period().to())).flatMap((found) -> {
			Ranking ranking = found.getT1();
			if (ranking.candidates() == 0 && !first.failures().isEmpty()) {
				this.metrics.answered((first.busy()) ? Outcome.BUSY : Outcome.UNAVAILABLE);
				return Mono.error(Failures.unavailable(first.failures().get(0), this.clock));
			}
			Basis basis = new Basis(ranking, this.warm.states(query.key()), Failures.reasons(first.failures()),
					found.getT2());
			TrendingAnswer answer = this.composer.compose(query, basis);
			this.metrics.answered(first.outcome(answer), answer.coverage());
			return (query.details()) ? this.details.add(answer, deadline) : Mono.just(answer);
		}).flatMap((answer) -> this.encoder.single(query, answer));
	}

	private EncodedAnswer counted(ReadyAnswer answer) {
		this.metrics.answered(answer.outcome(), answer.coverage());
		return answer.encoded();
	}

}
