package io.tgr.trending.ranking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.tgr.trending.pool.Candidate;

/**
 * What is unusual of a repository. It weighs a repository down and accuses nobody.
 */
final class Suspicions {

	private static final Duration DROPPED = Duration.ofDays(1);

	private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

	private final FormulaProperties properties;

	private final List<String> baitWords;

	Suspicions(FormulaProperties properties) {
		this.properties = properties;
		this.baitWords = properties.baitWords().stream().map(Suspicions::words).toList();
	}

	List<Term> of(StarsInPeriod stars) {
		FormulaProperties.Weights weights = this.properties.weights();
		return List.of(Term.of("burst", burst(stars), weights.burst()),
				Term.of("few-forks", fewForks(stars.candidate()), weights.fewForks()),
				Term.of("throw-away", throwAway(stars), weights.throwAway()),
				Term.of("bait", bait(stars), weights.bait()));
	}

	private double burst(StarsInPeriod stars) {
		int days = Math.max(stars.period().window().days(), this.properties.burstDays());
		LocalDate from = stars.period().to().minusDays(days - 1L);
		long sum = stars.between(from, stars.period().to());
		if (stars.created().isAfter(from) || stars.history().from().isAfter(from)
				|| sum < this.properties.judgedStars()) {
			return 0;
		}
		double share = (double) stars.largestDay(from) / sum;
		return (share - this.properties.burstShare()) / (1 - this.properties.burstShare());
	}

	private double fewForks(Candidate candidate) {
		if (candidate.stars() < this.properties.judgedStars()) {
			return 0;
		}
		return 1 - (double) candidate.forks() / candidate.stars() / this.properties.forksPerStar();
	}

	private double throwAway(StarsInPeriod stars) {
		Candidate candidate = stars.candidate();
		boolean dropped = candidate.pushedAt() != null
				&& Duration.between(candidate.createdAt(), candidate.pushedAt()).compareTo(DROPPED) < 0;
		return (young(stars) && dropped && candidate.topics().size() >= this.properties.crammedTopics()) ? 1 : 0;
	}

	// One word may have an honest reason; two are odd, three are bait.
	private double bait(StarsInPeriod stars) {
		return (young(stars)) ? (baitWords(stars.candidate()) - 1) / 2.0 : 0;
	}

	private long baitWords(Candidate candidate) {
		String said = words(candidate.fullName().substring(candidate.fullName().indexOf('/') + 1) + " "
				+ Objects.requireNonNullElse(candidate.description(), "") + " " + String.join(" ", candidate.topics()));
		return this.baitWords.stream().filter(said::contains).count();
	}

	private boolean young(StarsInPeriod stars) {
		return !stars.created().plusDays(this.properties.youngDays()).isBefore(stars.period().to());
	}

	private static String words(String text) {
		return NO_WORD.matcher(" " + text.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
	}

}
