package io.tgr.trending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.ranking.DayStars;
import io.tgr.trending.ranking.Explanation;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Sort;

/**
 * A repository in a ranking.
 *
 * @param rank its place in this answer's order, from 1
 * @param previousRank its place the day before, {@code null} when unknown
 * @param firstRankedOn the first day of those kept on which it stood in the first 100
 * places by score, {@code null} when on none
 * @param fullName {@code owner/name}
 * @param url its page
 * @param description what its owner says of it
 * @param language its main language
 * @param topics its topics
 * @param license SPDX id of its licence
 * @param createdAt when it was created
 * @param stars stars when last seen
 * @param forks forks when last seen
 * @param gained stars gained in the window: the sum of {@code history}
 * @param today stars of the day that is not over, {@code null} when nobody asked since it
 * began
 * @param growth {@code gained} against the stars at the window's start, {@code null} when
 * younger than the window
 * @param score the sum of value times weight of all terms
 * @param history stars of each day of the window, oldest first
 * @param explain why it has this score
 * @param details the answer of repo-details: left out when not asked for, a JSON null
 * when there is none
 * @param id GitHub's number of it, which it keeps whatever it is called
 */
public record TrendingRow(int rank, @Nullable Integer previousRank, @Nullable LocalDate firstRankedOn, String fullName,
		String url, @Nullable String description, @Nullable String language, List<String> topics,
		@Nullable String license, Instant createdAt, long stars, long forks, long gained, @Nullable Integer today,
		@Nullable Double growth, double score, List<DayStars> history, Explanation explain,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode details, @JsonIgnore long id) {

	static TrendingRow of(int rank, RankedRepository row, LocalDate today, Explanation explain, Sort sort,
			Earlier earlier) {
		Candidate candidate = row.candidate();
		long id = candidate.id();
		return new TrendingRow(rank, earlier.previousRank(sort, id), earlier.firstRankedOn(id), candidate.fullName(),
				candidate.url(), candidate.description(), candidate.language(), candidate.topics(), candidate.license(),
				candidate.createdAt(), candidate.stars(), candidate.forks(), row.gained(), row.today(today),
				rounded(row.growth()), row.score(), row.history(), explain, null, id);
	}

	TrendingRow with(JsonNode found) {
		return new TrendingRow(this.rank, this.previousRank, this.firstRankedOn, this.fullName, this.url,
				this.description, this.language, this.topics, this.license, this.createdAt, this.stars, this.forks,
				this.gained, this.today, this.growth, this.score, this.history, this.explain, found, this.id);
	}

	static @Nullable Double rounded(@Nullable Double growth) {
		return (growth != null) ? Math.round(growth * 1_000_000) / 1_000_000.0 : null;
	}

}
