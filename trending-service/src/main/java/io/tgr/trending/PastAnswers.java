package io.tgr.trending;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.trending.archive.Archive;
import io.tgr.trending.archive.PastRanking;
import io.tgr.trending.archive.PastRankings;

/**
 * Answers what was trending on a day of the past.
 */
@Component
final class PastAnswers {

	private static final String DATE = "date";

	private final PastRankings rankings;

	private final Archive archive;

	private final AnswerComposer composer;

	private final Scheduler scheduler;

	private final Clock clock;

	PastAnswers(PastRankings rankings, Archive archive, AnswerComposer composer, Scheduler rankingScheduler,
			Clock clock) {
		this.rankings = rankings;
		this.archive = archive;
		this.composer = composer;
		this.scheduler = rankingScheduler;
		this.clock = clock;
	}

	Mono<TrendingAnswer> answer(TrendingQuery query) {
		LocalDate date = Objects.requireNonNull(query.key().date());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (!date.isBefore(today)) {
			return Mono.error(refused(date, "a day before %s, which is not over (UTC)".formatted(today)));
		}
		return this.rankings.of(query.key()).flatMap((past) -> {
			if (past.ranking() == null) {
				return Mono.error((past.read()) ? refused(date, held(past))
						: new ArchiveUnavailableException("whether the ranking of %s was".formatted(date)));
			}
			return this.archive.before(query.key(), date)
				.publishOn(this.scheduler)
				.map((earlier) -> this.composer.compose(query, new PastBasis(past, earlier)));
		});
	}

	private static String held(PastRanking past) {
		return (past.first() != null)
				? "a day from %s to %s: the others are not held".formatted(past.first(), past.last())
				: "none: no day is held yet";
	}

	private static InvalidParameterException refused(LocalDate date, String allowed) {
		return new InvalidParameterException(DATE, date.toString(), allowed, List.of());
	}

}
