package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The published formula, see {@code docs/ranking.md}.
 */
@Component
public final class Formula {

	private final FormulaProperties properties;

	private final Suspicions suspicions;

	public Formula(FormulaProperties properties) {
		this.properties = properties;
		this.suspicions = new Suspicions(properties);
	}

	Explanation explain(StarsInPeriod stars) {
		FormulaProperties.Weights weights = this.properties.weights();
		List<Term> terms = new ArrayList<>();
		terms.add(Term.of("pace", pace(stars), weights.pace()));
		terms.add(Term.of("activity", activity(stars), weights.activity()));
		terms.add(Term.of("momentum", momentum(stars), weights.momentum()));
		terms.addAll(this.suspicions.of(stars));
		return Explanation.of(terms);
	}

	// A single day says little: the day before it is looked at, too.
	private double pace(StarsInPeriod stars) {
		int days = Math.max(stars.period().window().days(), this.properties.leastDays());
		LocalDate to = stars.period().to();
		return Math.log1p(stars.perDay(to.minusDays(days - 1L), to)) / Math.log1p(this.properties.starsPerDay());
	}

	private double activity(StarsInPeriod stars) {
		LocalDate to = stars.period().to();
		return stars.starredShare(to.minusDays(this.properties.usualDays() - 1L), to);
	}

	// The last third of the window against the rest of the usual days: a half when
	// steady, or when nothing else is known.
	private double momentum(StarsInPeriod stars) {
		int recentDays = Math.max((stars.period().window().days() + 2) / 3, this.properties.leastDays());
		LocalDate to = stars.period().to();
		LocalDate before = to.minusDays(recentDays);
		if (stars.knownFrom().isAfter(before)) {
			return 0.5;
		}
		double recent = stars.perDay(before.plusDays(1), to);
		double usual = stars.perDay(to.minusDays(this.properties.usualDays() - 1L), before);
		return (recent + 1) / (recent + usual + 2);
	}

}
