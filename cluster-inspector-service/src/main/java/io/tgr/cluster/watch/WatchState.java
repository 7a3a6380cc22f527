package io.tgr.cluster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * How one list and its watch are doing.
 */
final class WatchState {

	private final Instant startedAt;

	private volatile @Nullable Instant heardAt;

	private volatile @Nullable Loss loss;

	WatchState(Instant startedAt) {
		this(startedAt, null);
	}

	/**
	 * Creates the state of a watch that takes over rows from another.
	 * @param startedAt when it starts
	 * @param heardAt as of when the rows are, {@code null} if there are none
	 */
	WatchState(Instant startedAt, @Nullable Instant heardAt) {
		this.startedAt = startedAt;
		this.heardAt = heardAt;
	}

	/**
	 * A list was completed, or the watch said something.
	 * @param now when
	 */
	void heard(Instant now) {
		this.heardAt = now;
		this.loss = null;
	}

	/**
	 * Neither list nor watch: it counts from the first failure on.
	 * @param failure why
	 * @param now when
	 * @return whether this is news: it was not lost before, or to something else
	 */
	boolean lost(KubernetesException failure, Instant now) {
		Loss known = this.loss;
		this.loss = new Loss((known != null) ? known.since() : (listed()) ? now : this.startedAt, failure);
		return known == null || known.failure().failure() != failure.failure();
	}

	boolean listed() {
		return this.heardAt != null;
	}

	/**
	 * Whether there is something to tell: rows, or why there are none.
	 * @return {@code false} during the first list
	 */
	boolean settled() {
		return listed() || this.loss != null;
	}

	@Nullable Instant heardAt() {
		return this.heardAt;
	}

	Instant lastSign() {
		Instant heard = this.heardAt;
		return (heard != null) ? heard : this.startedAt;
	}

	@Nullable KubernetesFailure failure() {
		Loss known = this.loss;
		return (known != null) ? known.failure().failure() : null;
	}

	/**
	 * Why what is known may lag behind: the watch is lost, or so silent that it may be.
	 * @param now the time
	 * @param silence how long it may be silent
	 * @return the reason, {@code null} if it does not
	 */
	@Nullable Staleness staleness(Instant now, Duration silence) {
		Instant heard = this.heardAt;
		Staleness lost = lost();
		return (lost != null || heard == null || heard.plus(silence).isAfter(now)) ? lost
				: new Staleness(heard, Staleness.SILENT, "The watch is open, but nothing is heard of it");
	}

	@Nullable Staleness lost() {
		Loss known = this.loss;
		return (known != null) ? new Staleness(known.since(), slug(known.failure().failure()),
				String.valueOf(known.failure().getMessage())) : null;
	}

	static String slug(KubernetesFailure failure) {
		return failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What the watch was lost to.
	 *
	 * @param since since when
	 * @param failure the latest failure
	 */
	private record Loss(Instant since, KubernetesException failure) {

	}

}
