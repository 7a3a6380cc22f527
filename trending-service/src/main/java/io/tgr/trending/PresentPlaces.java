package io.tgr.trending;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.trending.RepositoryAnswer.Place;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Rankings;

/**
 * Looks up where one repository stands now, by score; nothing of it is read from the
 * store.
 */
@Component
public final class PresentPlaces {

	private final Rankings rankings;

	PresentPlaces(Rankings rankings) {
		this.rankings = rankings;
	}

	/**
	 * Looks it up.
	 * @param candidate the repository
	 * @return its places, one entry a window
	 */
	public Mono<List<PresentPlace>> of(Candidate candidate) {
		Mono<List<Ranking>> overall = this.rankings.everyWindow(List.of());
		Mono<List<Ranking>> inLanguage = (candidate.language() != null)
				? this.rankings.everyWindow(List.of(candidate.language())) : Mono.just(List.of());
		return Mono.zip(overall, inLanguage, (all, own) -> places(candidate, all, own));
	}

	private static List<PresentPlace> places(Candidate candidate, List<Ranking> all, List<Ranking> own) {
		return IntStream.range(0, all.size())
			.mapToObj((window) -> new PresentPlace(all.get(window), place(candidate, all.get(window)),
					(own.isEmpty()) ? null : place(candidate, own.get(window))))
			.toList();
	}

	private static Place place(Candidate candidate, Ranking ranking) {
		return new Place(ranking.rankOf(candidate.fullName()), ranking.measured());
	}

}
