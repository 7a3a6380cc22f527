package io.tgr.trending.ranking;

import java.util.List;

/**
 * Why a repository has its score.
 *
 * @param terms every term of the formula: the score is the sum of value times weight,
 * rounded to two places
 * @param suspicions the names of the terms that weighed it down
 */
public record Explanation(List<Term> terms, List<String> suspicions) {

	public Explanation {
		terms = List.copyOf(terms);
		suspicions = List.copyOf(suspicions);
	}

	static Explanation of(List<Term> terms) {
		return new Explanation(terms, terms.stream().filter(Term::suspicious).map(Term::name).toList());
	}

	double score() {
		return Math.round(this.terms.stream().mapToDouble(Term::points).sum() * 100) / 100.0;
	}

}
