package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;

/**
 * A pod whose image is nowhere to be had.
 */
final class UnpullablePod implements Actor {

	private static final Duration GLIMPSE = Duration.ofSeconds(12);

	private final PodLife pod;

	private final String image;

	private final String address;

	private final Instant born;

	private Instant since;

	private int attempts;

	private boolean waiting;

	UnpullablePod(PodLife pod, String image, String address, Instant now) {
		this.address = address;
		this.pod = pod;
		this.image = image;
		this.born = now;
		this.since = now;
	}

	@Override
	public void act(Instant now) {
		if (now.isBefore(this.born.plusSeconds(3))) {
			this.pod.act(now);
			return;
		}
		if (this.attempts == 0 || (this.waiting && !now.isBefore(this.since.plus(BackOff.before(this.attempts))))) {
			fail(now);
		}
		else if (!this.waiting && !now.isBefore(this.since.plus(GLIMPSE))) {
			backOff(now);
		}
	}

	private void fail(Instant now) {
		this.attempts++;
		this.waiting = false;
		this.since = now;
		String message = "failed to pull and unpack image \"" + this.image + "\": failed to resolve reference \""
				+ this.image + "\": " + this.image + ": not found";
		this.pod.event("Pulling", "Pulling image \"" + this.image + "\"", now);
		this.pod.warn("Failed", "Failed to pull image \"" + this.image + "\": " + message, now);
		this.pod.warn("Failed", "Error: ErrImagePull", now);
		this.pod.edit(now, (status) -> {
			status.sandboxed(this.address);
			status.waiting("ErrImagePull", message);
		});
	}

	private void backOff(Instant now) {
		this.waiting = true;
		this.since = now;
		this.pod.event("BackOff", "Back-off pulling image \"" + this.image + "\"", now);
		this.pod.warn("Failed", "Error: ImagePullBackOff", now);
		this.pod.edit(now, (status) -> status.waiting("ImagePullBackOff",
				"Back-off pulling image \"" + this.image + "\": ErrImagePull: not found"));
	}

}
