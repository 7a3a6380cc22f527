package io.tgr.cluster.watch;

import java.util.Objects;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import io.tgr.cluster.kubernetes.Right;

/**
 * Tells how we get on with the Kubernetes API, without asking it: whether it is out of
 * reach, or does not let us. Neither liveness nor readiness depend on it.
 */
@Component
final class KubernetesApiHealthIndicator implements HealthIndicator {

	private final Freshness freshness;

	KubernetesApiHealthIndicator(Freshness freshness) {
		this.freshness = freshness;
	}

	@Override
	public Health health() {
		FreshnessReport report = this.freshness.report();
		Health.Builder health = state(report);
		if (report.asOf() != null) {
			health.withDetail("asOf", report.asOf());
		}
		if (!report.missing().isEmpty()) {
			health.withDetail("missingRights", report.missing().stream().map(Right::toString).toList());
		}
		return health
			.withDetail("follows", Objects.requireNonNullElse((Object) report.namespaces(), "the whole cluster"))
			.build();
	}

	private Health.Builder state(FreshnessReport report) {
		Staleness stale = report.stale();
		if (stale != null) {
			return Health.down()
				.withDetail("problem", problem(stale.reason()))
				.withDetail("reason", stale.reason())
				.withDetail("since", stale.since())
				.withDetail("detail", stale.detail());
		}
		if (report.listed()) {
			return Health.up();
		}
		return (this.freshness.settled()) ? Health.down().withDetail("problem", "not allowed")
				: Health.unknown().withDetail("problem", "the first list is under way");
	}

	private static String problem(String reason) {
		return switch (reason) {
			case "not-allowed" -> "not allowed";
			case "unauthenticated" -> "our credentials are refused";
			case "unreachable", "timeout", Staleness.SILENT -> "cannot reach the API";
			default -> "the API answers with errors";
		};
	}

}
