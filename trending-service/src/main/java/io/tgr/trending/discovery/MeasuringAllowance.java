package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What measuring in the background may take: so much a UTC day, and of that so much an
 * hour for what is not due. Used by one thread at a time.
 */
class MeasuringAllowance {

	private final CoreQuota quota;

	private final DiscoveryProperties properties;

	private final Clock clock;

	private LocalDate day = LocalDate.MIN;

	private int takenToday;

	private Instant spareAt = Instant.MIN;

	MeasuringAllowance(CoreQuota quota, DiscoveryProperties properties, Clock clock) {
		this.quota = quota;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins anew when the UTC day has turned.
	 * @return whether it has
	 */
	boolean turnDay() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		boolean turned = !today.equals(this.day);
		if (turned) {
			this.day = today;
			this.takenToday = 0;
		}
		return turned;
	}

	boolean isUsedUp() {
		return this.takenToday >= this.properties.measurementsPerDay();
	}

	void took(int measurements) {
		this.takenToday += measurements;
	}

	boolean hasSpare() {
		return this.properties.oldestPerHour() > 0 && !this.spareAt.isAfter(this.clock.instant())
				&& this.quota.isAmple();
	}

	void tookSpare(int measurements) {
		this.spareAt = this.clock.instant()
			.plus(Duration.ofHours(1).multipliedBy(measurements).dividedBy(this.properties.oldestPerHour()));
	}

}
