package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * Notes how one list and its watch are doing, and tells who wants to know.
 *
 * @param watched what is followed
 * @param scope where
 * @param state how it is doing
 * @param signs who wants to know
 * @param clock tells the time
 * @param takeover run when it takes the place of others
 */
record LoopProgress(WatchedKind<?> watched, Scope scope, WatchState state, Signs signs, Clock clock,
		Runnable takeover) implements WatchListener {

	private static final Log logger = LogFactory.getLog(LoopProgress.class);

	@Override
	public void listed(Duration took) {
		heard();
		this.signs.listed(this.watched.name(), took);
		if (this.watched.states().put(this.scope, this.state) == null) {
			this.takeover.run();
		}
	}

	@Override
	public void heard() {
		boolean lost = this.state.failure() != null;
		this.state.heard(this.clock.instant());
		if (lost) {
			logger.info("Follows %s of %s again".formatted(this.watched.name(), this.scope));
			this.signs.changed();
		}
	}

	// That the API server does not remember so far is no loss: it is listed at once.
	@Override
	public void failed(String call, KubernetesException failure) {
		this.signs.failed(this.watched.name(), call, failure);
		if (failure.failure() != KubernetesFailure.GONE) {
			lost(failure, this.clock.instant());
		}
	}

	private void lost(KubernetesException failure, Instant now) {
		if (!this.watched.states().containsKey(this.scope)) {
			this.watched.states().values().forEach((taken) -> taken.lost(failure, now));
		}
		if (this.state.lost(failure, now)) {
			logger.warn("Lost sight of %s of %s (%s): %s".formatted(this.watched.name(), this.scope,
					WatchState.slug(failure.failure()), failure.getMessage()));
			this.signs.changed();
		}
	}

}
