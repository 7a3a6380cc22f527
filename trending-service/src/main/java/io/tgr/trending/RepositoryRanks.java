package io.tgr.trending;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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
import io.tgr.trending.ranking.Sort;

/**
 * Tells where one repository stands in every window, by score, and where it stood.
 */
@Component
public final class RepositoryRanks {

	private final PresentPlaces places;

	private final Archive archive;

	private final Ranker ranker;

	private final AnswerComposer composer;

	private final Fallbacks fallbacks;

	private final Clock clock;

	RepositoryRanks(PresentPlaces places, Archive archive, Ranker ranker, AnswerComposer composer, Fallbacks fallbacks,
			Clock clock) {
		this.places = places;
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
		return Mono.zip(this.places.of(candidate), this.archive.history(candidate.id(), candidate.language()),
				(places, history) -> answer(repository, standings(places, history), history));
	}

	private List<Standing> standings(List<PresentPlace> places, RankHistory history) {
		return places.stream().map((place) -> standing(place, history.in(place.ranking().period().window()))).toList();
	}

	private Standing standing(PresentPlace place, List<RankedOn> earlier) {
		Ranking ranking = place.ranking();
		Integer rank = place.overall().rank();
		String window = ranking.period().window().id();
		LocalDate from = ranking.period().from();
		LocalDate to = ranking.period().to();
		if (rank == null) {
			return new Standing(window, from, to, place.overall(), place.inLanguage(), null, null, null, null,
					List.of(), null, earlier);
		}
		RankedRepository row = ranking.rows(Sort.SCORE).get(rank - 1);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return new Standing(window, from, to, place.overall(), place.inLanguage(), row.gained(), row.today(today),
				TrendingRow.rounded(row.growth()), row.score(), row.history(), this.ranker.explain(row), earlier);
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
