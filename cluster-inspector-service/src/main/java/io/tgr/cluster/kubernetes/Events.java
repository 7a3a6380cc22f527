package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSeries;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Warning;

/**
 * Reads events, of the old recorders (count, first and last timestamp) and of the new
 * ones (event time and series).
 */
final class Events {

	private Events() {
	}

	static Warning warning(Event event) {
		ObjectReference about = event.getInvolvedObject();
		return new Warning(event.getMetadata().getUid(),
				(about != null) ? Objects.requireNonNullElse(about.getUid(), "") : "",
				Interned.text(Objects.requireNonNullElse(event.getReason(), "")),
				EventMessages.told(Objects.requireNonNullElse(event.getMessage(), "").strip()), count(event),
				firstSeen(event), lastSeen(event));
	}

	static int count(Event event) {
		EventSeries series = event.getSeries();
		if (series != null && series.getCount() != null) {
			return series.getCount();
		}
		return (event.getCount() != null && event.getCount() > 0) ? event.getCount() : 1;
	}

	static @Nullable Instant firstSeen(Event event) {
		Instant first = Timestamps.of(event.getFirstTimestamp());
		return (first != null) ? first : created(event);
	}

	static @Nullable Instant lastSeen(Event event) {
		EventSeries series = event.getSeries();
		Instant last = (series != null) ? time(series.getLastObservedTime()) : null;
		last = Timestamps.later(last, Timestamps.of(event.getLastTimestamp()));
		return (last != null) ? last : firstSeen(event);
	}

	private static @Nullable Instant created(Event event) {
		Instant happened = time(event.getEventTime());
		return (happened != null) ? happened : Timestamps.of(event.getMetadata().getCreationTimestamp());
	}

	private static @Nullable Instant time(@Nullable MicroTime time) {
		return (time != null) ? Timestamps.of(time.getTime()) : null;
	}

}
