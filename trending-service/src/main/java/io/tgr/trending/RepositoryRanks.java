package io.tgr.trending;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.trending.RepositoryAnswer.Place;
import io.tgr.trending.RepositoryAnswer.Standing;
import io.tgr.trending.archive.Archive;
import io.tgr.trending.archive.RankHistory;
import io.tgr.trending.archive.RankedOn;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.Sort;

/**
 * Looks up where one repository stands in every window, by score.
 */
@Component
public final class RepositoryRanks {

	private final Rankings rankings;

	private final Archive archive;

	private final Ranker ranker;

	private final AnswerComposer composer;

	private final Fallbacks fallbacks;

	private final Clock clock;

	RepositoryRanks(Rankings rankings, Archive archive, Ranker ranker, AnswerComposer composer, Fallbacks fallbacks,
			Clock clock) {
		this.rankings = rankings;
		this.archive = archive;
		this.ranker = ranker;
		this.composer = composer;
		this.fallbacks = fallbacks;
		this.clock = clock;
	}

	/**
	 * Looks it up.
	 * @param repository the repository
	 * @return where it stands
	 */
	public Mono<RepositoryAnswer> of(TrackedRepository repository) {
		Candidate candidate = repository.candidate();
		Mono<List<Ranking>> overall = this.rankings.everyWindow(List.of());
		Mono<List<Ranking>> inLanguage = (candidate.language() != null)
				? this.rankings.everyWindow(List.of(candidate.language())) : Mono.just(List.of());
		return Mono.zip(overall, inLanguage, this.archive.history(candidate.id(), candidate.language()))
			.map((found) -> answer(repository, standings(candidate, found.getT1(), found.getT2(), found.getT3()),
					found.getT3()));
	}

	private List<Standing> standings(Candidate candidate, List<Ranking> overall, List<Ranking> inLanguage,
			RankHistory history) {
		return IntStream.range(0, overall.size())
			.mapToObj((window) -> standing(candidate, overall.get(window),
					(inLanguage.isEmpty()) ? null : inLanguage.get(window),
					history.in(overall.get(window).period().window())))
			.toList();
	}

	private Standing standing(Candidate candidate, Ranking overall, @Nullable Ranking inLanguage,
			List<RankedOn> places) {
		Place place = place(candidate, overall);
		RankedRepository row = (place.rank() != null) ? overall.rows(Sort.SCORE).get(place.rank() - 1) : null;
		Place own = (inLanguage != null) ? place(candidate, inLanguage) : null;
		String window = overall.period().window().id();
		LocalDate from = overall.period().from();
		LocalDate to = overall.period().to();
		if (row == null) {
			return new Standing(window, from, to, place, own, null, null, null, null, List.of(), null, places);
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return new Standing(window, from, to, place, own, row.gained(), row.today(today),
				TrendingRow.rounded(row.growth()), row.score(), row.history(), this.ranker.explain(row), places);
	}

	private static Place place(Candidate candidate, Ranking ranking) {
		return new Place(ranking.rankOf(candidate.fullName()), ranking.measured());
	}

	private RepositoryAnswer answer(TrackedRepository repository, List<Standing> standings, RankHistory ranks) {
		if (!ranks.read()) {
			this.fallbacks.missing("rank-history", ArchiveUnavailableException.REASON);
		}
		Candidate candidate = repository.candidate();
		StarHistory history = repository.history();
		Instant asOf = (history != null) ? history.asOf() : candidate.seenAt();
		return new RepositoryAnswer(candidate.fullName(), candidate.fullName(), null, candidate.url(),
				candidate.description(), candidate.language(), candidate.topics(), candidate.license(),
				candidate.createdAt(), candidate.stars(), candidate.forks(), asOf.truncatedTo(ChronoUnit.SECONDS),
				this.composer.source(), history != null, this.composer.formula(), standings,
				(ranks.read()) ? List.of() : List.of(ArchiveUnavailableException.REASON));
	}

}
