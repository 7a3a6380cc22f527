package io.tgr.cluster.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness: ready as soon as there is something to tell, be it the pods or why
 * they cannot be listed. It stays so from then on: without the API the last known rows
 * are worth more than no answer, and they say how old they are.
 */
@Component
final class FirstListHealthIndicator implements HealthIndicator {

	private final Freshness freshness;

	private volatile boolean settled;

	FirstListHealthIndicator(Freshness freshness) {
		this.freshness = freshness;
	}

	@Override
	public Health health() {
		this.settled = this.settled || this.freshness.settled();
		return (this.settled) ? Health.up().build() : Health.outOfService().build();
	}

}
