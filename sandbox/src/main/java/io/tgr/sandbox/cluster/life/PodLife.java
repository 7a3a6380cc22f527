package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * One pod from its creation until it is gone, as scheduler and kubelet lead it.
 */
final class PodLife implements Actor {

	private static final String KUBELET = "kubelet";

	private final Cluster cluster;

	private final EventRecorder events;

	private final ObjectKey key;

	private final String node;

	private Stage stage = Stage.PENDING;

	private Instant since;

	PodLife(Cluster cluster, EventRecorder events, ObjectNode pod, @Nullable String node, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.key = ObjectKey.of(pod);
		this.node = (node != null) ? node : cluster.node();
		this.since = now;
		cluster.store().put(pod);
	}

	@Override
	public void act(Instant now) {
		while (this.stage.seconds >= 0 && !now.isBefore(this.since.plusSeconds(this.stage.seconds))) {
			this.since = this.since.plusSeconds(this.stage.seconds);
			advance();
		}
	}

	// Ask it to end.
	void terminate(Instant now) {
		edit(now, PodStatus::terminating);
		event("Killing", "Stopping container " + container(), now);
		enter(Stage.TERMINATING, now);
	}

	boolean ready() {
		return this.stage == Stage.READY;
	}

	boolean started() {
		return this.stage == Stage.STARTED || this.stage == Stage.READY;
	}

	boolean terminating() {
		return this.stage == Stage.TERMINATING;
	}

	boolean gone() {
		return this.stage == Stage.GONE;
	}

	Instant since() {
		return this.since;
	}

	ObjectKey key() {
		return this.key;
	}

	ObjectNode pod() {
		return Objects.requireNonNull(this.cluster.store().find(ResourceType.PODS, this.key));
	}

	String container() {
		return pod().path("spec").path("containers").path(0).path("name").asString("");
	}

	void edit(Instant now, Consumer<PodStatus> edit) {
		this.cluster.store().edit(ResourceType.PODS, this.key, (pod) -> edit.accept(new PodStatus(pod, now)));
	}

	void event(String reason, String message, Instant now) {
		this.events.normal(pod(), KUBELET, reason, message, now);
	}

	void warn(String reason, String message, Instant now) {
		this.events.warning(pod(), KUBELET, reason, message, now);
	}

	private void advance() {
		Instant at = this.since;
		switch (this.stage) {
			case PENDING -> {
				edit(at, (status) -> status.scheduled(this.node));
				this.events.normal(pod(), "default-scheduler", "Scheduled",
						"Successfully assigned " + this.key.path().substring(1) + " to " + this.node, at);
				enter(Stage.SCHEDULED, at);
			}
			case SCHEDULED -> {
				edit(at, (status) -> status.creating(this.cluster.hostAddress(this.node)));
				enter(Stage.CREATING, at);
			}
			case CREATING -> start(at);
			case STARTED -> {
				edit(at, PodStatus::ready);
				enter(Stage.READY, at);
			}
			default -> {
				this.cluster.forget(this.key);
				enter(Stage.GONE, at);
			}
		}
	}

	private void start(Instant at) {
		boolean host = pod().path("spec").path("hostNetwork").asBoolean(false);
		String address = host ? this.cluster.hostAddress(this.node) : this.cluster.podAddress(this.node);
		edit(at, (status) -> status.started(address));
		told("initContainers", at);
		told("containers", at);
		enter(Stage.STARTED, at);
	}

	private void told(String containers, Instant at) {
		pod().path("spec").path(containers).forEach((container) -> {
			String name = container.path("name").asString("");
			event("Pulled",
					"Container image \"" + container.path("image").asString("") + "\" already present on machine", at);
			event("Created", "Created container: " + name, at);
			event("Started", "Started container " + name, at);
			this.cluster.logs().write(this.key, name, "starting " + name + "\nserving on :8080\n");
		});
	}

	private void enter(Stage next, Instant at) {
		this.stage = next;
		this.since = at;
	}

	/**
	 * Where a pod is, and how long it stays there by itself.
	 */
	private enum Stage {

		PENDING(1), SCHEDULED(1), CREATING(2), STARTED(3), READY(-1), TERMINATING(4), GONE(-1);

		private final int seconds;

		Stage(int seconds) {
			this.seconds = seconds;
		}

	}

}
