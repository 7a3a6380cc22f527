package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * What measuring in the background may take: so much a UTC day, of that a share for
 * languages swept only because somebody asked, and so much an hour for what is not due.
 * Safe for use by several threads.
 */
class MeasuringAllowance {

	private static final int FORMAT = 1;

	private final Sweeps sweeps;

	private final CoreQuota quota;

	private final DiscoveryProperties properties;

	private final Clock clock;

	private LocalDate day = LocalDate.MIN;

	private int takenToday;

	private int takenByAsked;

	private Instant spareAt = Instant.MIN;

	MeasuringAllowance(Sweeps sweeps, CoreQuota quota, DiscoveryProperties properties, Clock clock) {
		this.sweeps = sweeps;
		this.quota = quota;
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
	 * @return whether anything may be measured for it today
	 */
	synchronized boolean isFor(Sweep sweep) {
		if (!today().equals(this.day)) {
			return true;
		}
		int all = this.properties.measurementsPerDay();
		return this.takenToday < all
				&& (this.sweeps.isPlanned(sweep) || this.takenByAsked < all * this.properties.askedShare());
	}

	synchronized void took(Sweep sweep, int measurements) {
		this.takenToday += measurements;
		if (!this.sweeps.isPlanned(sweep)) {
			this.takenByAsked += measurements;
		}
	}

	synchronized boolean hasSpare() {
		return this.properties.oldestPerHour() > 0 && !this.spareAt.isAfter(this.clock.instant())
				&& this.quota.isAmple();
	}

	synchronized void tookSpare(int measurements) {
		this.spareAt = this.clock.instant()
			.plus(Duration.ofHours(1).multipliedBy(measurements).dividedBy(this.properties.oldestPerHour()));
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
