package io.tgr.cluster.detail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.kubernetes.DetailedPod;
import io.tgr.cluster.kubernetes.PodEvent;
import io.tgr.cluster.row.RowWriter;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.FreshnessReport;

/**
 * Puts together what was read of a pod.
 */
@Component
class PodAnswers {

	private final RowWriter rows;

	private final Freshness freshness;

	private final Clock clock;

	PodAnswers(RowWriter rows, Freshness freshness, Clock clock) {
		this.rows = rows;
		this.freshness = freshness;
		this.clock = clock;
	}

	PodAnswer answer(PodQuestion question, PodReader.Known known, VisibleDetails allowed, Part<List<PodEvent>> events,
			Part<List<ContainerLog>> logs) {
		DetailedPod pod = known.pod();
		Instant now = this.clock.instant();
		boolean live = known.failure() == null;
		FreshnessReport report = this.freshness.report(Set.of(pod.row().key().namespace()));
		Instant asOf = (live) ? now : report.asOf();
		return new PodAnswer((asOf != null) ? asOf.truncatedTo(ChronoUnit.MILLIS) : null,
				(live) ? null : report.stale(), this.rows.item(pod.row(), allowed.parts(), now), pod.message(),
				pod.startedAt(), pod.hostIp(), pod.conditions(), pod.containers(), pod.volumes(), pod.tolerations(),
				pod.nodeSelector(), Deaths.of(pod.row()), (allowed.logs() && live) ? pod.lastWords() : null,
				events.value(), logs.value(), withheld(question, allowed), missing(known, events, logs));
	}

	private static List<String> withheld(PodQuestion question, VisibleDetails allowed) {
		List<String> rights = new ArrayList<>(allowed.parts().denied());
		if (!allowed.logs()) {
			rights.add(question.logRight().toString());
		}
		return rights;
	}

	private static List<MissingPart> missing(PodReader.Known known, Part<?> events, Part<?> logs) {
		List<MissingPart> missing = new ArrayList<>();
		add(missing, "pod", known.failure());
		add(missing, "events", events.failure());
		add(missing, "logs", logs.failure());
		return missing;
	}

	private static void add(List<MissingPart> missing, String part, @Nullable Throwable failure) {
		if (failure != null) {
			missing.add(MissingPart.of(part, failure));
		}
	}

}
