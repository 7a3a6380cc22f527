package io.tgr.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What one UTC day of a simulation brought.
 */
final class DayFigures {

	private final LocalDate date;

	private final List<RecallLook> looks = new ArrayList<>();

	private Calls calls = Calls.NONE;

	private Demand.Answers answers = Demand.Answers.NONE;

	private Duration oldest = Duration.ZERO;

	private Duration turned = Duration.ofDays(1);

	private int candidates;

	DayFigures(LocalDate date) {
		this.date = date;
	}

	LocalDate date() {
		return this.date;
	}

	List<RecallLook> looks() {
		return this.looks;
	}

	Calls calls() {
		return this.calls;
	}

	Demand.Answers answers() {
		return this.answers;
	}

	/**
	 * The age of the oldest ranked figure while nothing troubled GitHub.
	 * @return the age at worst
	 */
	Duration oldest() {
		return this.oldest;
	}

	/**
	 * How long after midnight every language was current again.
	 * @return the time, a day if that never came
	 */
	Duration turned() {
		return this.turned;
	}

	int candidates() {
		return this.candidates;
	}

	void looked(RecallLook look) {
		this.looks.add(look);
	}

	void answered(Demand.Answers more, boolean troubled) {
		this.answers = this.answers.plus(more);
		if (!troubled && more.oldest().compareTo(this.oldest) > 0) {
			this.oldest = more.oldest();
		}
	}

	void current(Instant now) {
		Duration since = Duration.between(this.date.atStartOfDay(ZoneOffset.UTC).toInstant(), now);
		this.turned = (since.compareTo(this.turned) < 0) ? since : this.turned;
	}

	void ended(Calls spent, int known) {
		this.calls = spent;
		this.candidates = known;
	}

	double worstRecall(Window window) {
		return this.looks.stream().mapToDouble((look) -> look.mean(window)).min().orElse(1);
	}

	double meanRecall(Window window) {
		return this.looks.stream().mapToDouble((look) -> look.mean(window)).average().orElse(1);
	}

}
