package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * What measuring in the background may take: so much a UTC day and an hour, of that a
 * share for languages swept only because somebody asked, and so much for what is not due.
 * Safe for use by several threads.
 */
class MeasuringAllowance {

	private static final int FORMAT = 1;

	private final Sweeps sweeps;

	private final CoreQuota quota;

	private final Planner planner;

	private final HourLedger ledger;

	private final DiscoveryProperties properties;

	private final Clock clock;

	private LocalDate day = LocalDate.MIN;

	private int takenToday;

	private int takenByAsked;

	MeasuringAllowance(Sweeps sweeps, CoreQuota quota, Planner planner, HourLedger ledger,
			DiscoveryProperties properties, Clock clock) {
		this.sweeps = sweeps;
		this.quota = quota;
		this.planner = planner;
		this.ledger = ledger;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins anew when the UTC day has turned.
	 * @return whether it has
	 */
	synchronized boolean turnDay() {
		boolean turned = !today().equals(this.day);
		if (turned) {
			this.day = today();
			this.takenToday = 0;
			this.takenByAsked = 0;
		}
		return turned;
	}

	/**
	 * Whether something is left for a sweep.
	 * @param sweep the sweep; those that somebody asked for share what they may take
	 * @return whether anything may be measured for it now
	 */
	synchronized boolean isFor(Sweep sweep) {
		HourlyBudget budget = this.planner.current().budget();
		if (!today().equals(this.day)) {
			return true;
		}
		int all = budget.corePerDay();
		return this.takenToday < all && this.ledger.spentOn(Pauses.CORE) < budget.coreAtMost()
				&& (this.sweeps.isPlanned(sweep) || this.takenByAsked < all * askedShare());
	}

	synchronized void took(Sweep sweep, int measurements) {
		this.takenToday += measurements;
		if (!this.sweeps.isPlanned(sweep)) {
			this.takenByAsked += measurements;
		}
	}

	/**
	 * How many measurements the hour and the day leave.
	 * @return how many, however urgent
	 */
	synchronized int left() {
		HourlyBudget budget = this.planner.current().budget();
		int hour = budget.coreAtMost() - this.ledger.spentOn(Pauses.CORE);
		int rest = today().equals(this.day) ? budget.corePerDay() - this.takenToday : budget.corePerDay();
		return Math.max(0, Math.min(hour, rest));
	}

	/**
	 * When there is something left again.
	 * @return the end of the hour or the day whose measurements are used up, {@code null}
	 * while there is something
	 */
	synchronized @Nullable Instant spentUntil() {
		if (left() > 0) {
			return null;
		}
		HourPlan plan = this.planner.current();
		return (this.takenToday >= plan.budget().corePerDay() && today().equals(this.day))
				? today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : plan.to();
	}

	/**
	 * How many measurements may go to what is not due.
	 * @return how many; 0 while much of the quota is used, and for a small one
	 */
	synchronized int spare() {
		HourPlan plan = this.planner.current();
		Integer set = this.properties.oldestPerHour();
		int credit = this.ledger.credit((set != null) ? set : plan.steady(), this.properties.batch());
		return (this.quota.isAmple() && plan.planned(PlanLane.OLDEST) > 0) ? Math.max(0, Math.min(credit, left())) : 0;
	}

	// A small quota is for what somebody asks for, all of it.
	private double askedShare() {
		return (this.quota.isSmall()) ? 1 : this.properties.askedShare();
	}

	synchronized byte[] toRecord() {
		return new RecordWriter(FORMAT).signed(Math.max(0, this.day.toEpochDay()))
			.number(this.takenToday)
			.number(this.takenByAsked)
			.toBytes();
	}

	synchronized void restore(byte[] record) {
		RecordReader reader = new RecordReader(record, FORMAT);
		if (reader.signed() == today().toEpochDay()) {
			this.day = today();
			this.takenToday = reader.small();
			this.takenByAsked = reader.small();
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
