package io.tgr.trending;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;

/**
 * Writes an answer down.
 */
@Component
final class AnswerComposer {

	private final Ranker ranker;

	private final FormulaName formula;

	private final String source;

	private final Clock clock;

	AnswerComposer(Ranker ranker, FormulaProperties formula, AnswerProperties properties, Clock clock) {
		this.ranker = ranker;
		this.formula = new FormulaName(formula.name(), formula.version());
		this.source = properties.sourceName();
		this.clock = clock;
	}

	TrendingAnswer compose(TrendingQuery query, Basis basis) {
		Period period = basis.ranking().period();
		List<RankedRepository> rows = query.rows(basis.ranking(), basis.earlier());
		TrendingAnswer answer = new TrendingAnswer(query.key().languages(), period.window().id(), query.sort().id(),
				period.from(), period.to(), null, basis.asOf(), this.source, basis.complete(this.clock),
				basis.stale(this.clock), basis.coverage(), this.formula, rows.size(), query.offset(),
				page(query, rows, basis.earlier()));
		return EarlierGaps.told(query, answer, basis.earlier());
	}

	TrendingAnswer compose(TrendingQuery query, PastBasis past) {
		Period period = past.ranking().period();
		List<RankedRepository> rows = query.rows(past.ranking(), past.earlier());
		TrendingAnswer answer = new TrendingAnswer(query.key().languages(), period.window().id(), query.sort().id(),
				period.from(), period.to(), past.replay(), past.asOf(), this.source, past.complete(), null,
				past.coverage(), past.formula(this.formula), rows.size(), query.offset(),
				page(query, rows, past.earlier()));
		return EarlierGaps.told(query, answer, past.earlier());
	}

	FormulaName formula() {
		return this.formula;
	}

	String source() {
		return this.source;
	}

	private List<TrendingRow> page(TrendingQuery query, List<RankedRepository> rows, Earlier earlier) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		List<TrendingRow> page = new ArrayList<>();
		for (RankedRepository row : query.page(rows)) {
			page.add(TrendingRow.of(query.offset() + page.size() + 1, row, today, this.ranker.explain(row),
					query.sort(), earlier));
		}
		return page;
	}

}
