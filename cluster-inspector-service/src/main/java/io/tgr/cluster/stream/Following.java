package io.tgr.cluster.stream;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.SynchronousSink;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.query.PodFilter;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.Owners;
import io.tgr.cluster.watch.PodChange;
import io.tgr.cluster.watch.PodChange.Type;
import io.tgr.cluster.watch.Position;
import io.tgr.cluster.watch.Staleness;

/**
 * One stream: turns changes into events for one caller, and knows how far it has come.
 */
final class Following {

	private final PodFilter filter;

	private final Owners owners;

	private final Freshness freshness;

	private final EventWriter writer;

	private final Clock clock;

	private volatile Sight sight;

	// Nobody who has just come has anything to forget.
	private boolean fresh;

	private @Nullable Position position;

	// Of the namespaces that the rows told so far are of.
	private String mark;

	Following(PodFilter filter, Owners owners, Freshness freshness, EventWriter writer, Clock clock, Sight sight,
			boolean resumed, @Nullable Position position) {
		this.filter = filter;
		this.owners = owners;
		this.freshness = freshness;
		this.writer = writer;
		this.clock = clock;
		this.sight = sight;
		this.position = position;
		this.mark = sight.mark();
		this.fresh = !resumed;
	}

	void see(Sight now) {
		this.sight = now;
	}

	byte[] heartbeat() {
		return this.writer.bookmark(id());
	}

	void write(PodChange change, SynchronousSink<byte[]> sink) {
		this.position = change.position();
		byte[] event = event(change);
		if (event != null) {
			sink.next(event);
		}
	}

	private byte @Nullable [] event(PodChange change) {
		return switch (change.type()) {
			case BOOKMARK -> this.writer.bookmark(id());
			case RESET -> reset();
			case STALE -> this.writer.event(Type.STALE.name(), id(), stale(elsewhere()));
			case CURRENT -> this.writer.event(Type.CURRENT.name(), id(), stale(null));
			default -> change(change.before(), change.after());
		};
	}

	private byte @Nullable [] reset() {
		boolean first = this.fresh;
		this.fresh = false;
		this.mark = this.sight.mark();
		return (first) ? null : this.writer.event(Type.RESET.name(), id(), Map.of());
	}

	private Map<String, ?> stale(@Nullable Staleness otherwise) {
		Staleness own = this.freshness.report(this.sight.view().namespaces()).stale();
		return Map.of("stale", Optional.ofNullable((own != null) ? own : otherwise));
	}

	// Of which namespaces it is, is not for everybody.
	private @Nullable Staleness elsewhere() {
		Staleness known = this.freshness.report().stale();
		return (known != null) ? new Staleness(known.since(), known.reason(), "Some namespaces cannot be watched")
				: null;
	}

	// A pod that moves into or out of the selection comes or goes, for this caller.
	private byte @Nullable [] change(@Nullable PodRow before, @Nullable PodRow after) {
		Sight now = this.sight;
		boolean was = now.shows(before, this.filter, this.owners);
		boolean is = now.shows(after, this.filter, this.owners);
		if (after != null && is) {
			return row((was) ? Type.MODIFIED : Type.ADDED, after, now);
		}
		return (before != null && was) ? row(Type.DELETED, before, now) : null;
	}

	private byte[] row(Type type, PodRow row, Sight now) {
		return this.writer.row(type.name(), id(), row, now.parts(), this.clock.instant());
	}

	// Who has not got all rows cannot go on from anywhere.
	private @Nullable String id() {
		Position known = this.position;
		return (known != null && known.sequence() >= 0) ? known + this.mark : null;
	}

}
