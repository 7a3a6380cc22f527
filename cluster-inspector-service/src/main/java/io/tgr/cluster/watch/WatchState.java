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
		this.startedAt = startedAt;
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
	 */
	void lost(KubernetesException failure, Instant now) {
		Loss known = this.loss;
		this.loss = new Loss((known != null) ? known.since() : (listed()) ? now : this.startedAt, failure);
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

	@Nullable Staleness staleness(Instant now, Duration silence) {
		Loss known = this.loss;
		if (known != null) {
			return new Staleness(known.since(), slug(known.failure().failure()),
					String.valueOf(known.failure().getMessage()));
		}
		Instant heard = this.heardAt;
		return (heard == null || heard.plus(silence).isAfter(now)) ? null
				: new Staleness(heard, Staleness.SILENT, "The watch is open, but nothing is heard of it");
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
