package io.tgr.trending.ranking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import io.tgr.trending.pool.Candidate;

/**
 * The published formula, see {@code docs/ranking.md}.
 */
@Component
public final class Formula {

	private final FormulaProperties properties;

	public Formula(FormulaProperties properties) {
		this.properties = properties;
	}

	Explanation explain(StarsInPeriod stars) {
		FormulaProperties.Weights weights = this.properties.weights();
		return Explanation.of(List.of(term("gained", gained(stars), weights.gained()),
				term("growth", growth(stars), weights.growth()), term("momentum", momentum(stars), weights.momentum()),
				term("burst", burst(stars), weights.burst()), term("few-forks", fewForks(stars), weights.fewForks()),
				term("throw-away", throwAway(stars), weights.throwAway())));
	}

	private double gained(StarsInPeriod stars) {
		double full = (double) this.properties.starsPerDay() * stars.period().window().days();
		return Math.log1p(stars.gained()) / Math.log1p(full);
	}

	private double growth(StarsInPeriod stars) {
		double growth = (double) stars.gained() / (stars.atStart() + this.properties.growthDamping());
		return growth / (growth + this.properties.growthHalf());
	}

	// The mean of the window's last third against the mean of the days before it: a half
	// when steady. A single day is compared with the week before.
	private double momentum(StarsInPeriod stars) {
		int days = stars.period().window().days();
		int recentDays = (days + 2) / 3;
		int earlierDays = (days > 1) ? days - recentDays : 7;
		LocalDate to = stars.period().to();
		LocalDate before = to.minusDays(recentDays);
		double recent = (double) stars.between(before.plusDays(1), to) / recentDays;
		double earlier = (double) stars.between(to.minusDays(recentDays + earlierDays - 1L), before) / earlierDays;
		return (recent + 1) / (recent + earlier + 2);
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

	private double fewForks(StarsInPeriod stars) {
		Candidate candidate = stars.candidate();
		if (candidate.stars() < this.properties.judgedStars()) {
			return 0;
		}
		return 1 - (double) candidate.forks() / candidate.stars() / this.properties.forksPerStar();
	}

	private double throwAway(StarsInPeriod stars) {
		Candidate candidate = stars.candidate();
		boolean young = !stars.created().plusDays(this.properties.throwAwayDays()).isBefore(stars.period().to());
		boolean dropped = candidate.pushedAt() != null
				&& Duration.between(candidate.createdAt(), candidate.pushedAt()).compareTo(Duration.ofDays(1)) < 0;
		boolean bare = candidate.license() == null && candidate.topics().isEmpty();
		return (young && dropped && bare) ? 1 : 0;
	}

	private static Term term(String name, double value, double weight) {
		return new Term(name, Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000.0, weight);
	}

}
