package io.tgr.sandbox.cluster.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What running containers use: figures that wander a little. */
@Component
public class Usage {

	private static final double PERIOD_SECONDS = 300;

	private static final int KIBIBYTES = 1_024;

	private final Clock clock;

	private volatile boolean present = true;

	Usage(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Let metrics.k8s.io be there or not.
	 * @param present whether it is served
	 */
	public void present(boolean present) {
		this.present = present;
	}

	boolean present() {
		return this.present;
	}

	boolean known(JsonNode pod) {
		return pod.path("status").path("phase").asString("").equals("Running")
				&& pod.path("status").path("containerStatuses").values().stream().anyMatch(Usage::running);
	}

	ObjectNode of(JsonNode pod) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		ObjectNode usage = JsonNodeFactory.instance.objectNode();
		JsonNode told = pod.path("metadata");
		ObjectNode metadata = usage.putObject("metadata").put("name", told.path("name").asString(""));
		metadata.put("namespace", told.path("namespace").asString("")).put("creationTimestamp", now.toString());
		if (told.has("labels")) {
			metadata.set("labels", told.get("labels"));
		}
		usage.put("timestamp", now.minusSeconds(8).toString()).put("window", "15.2s");
		ArrayNode containers = usage.putArray("containers");
		add(containers, pod, "initContainerStatuses", now);
		add(containers, pod, "containerStatuses", now);
		return usage;
	}

	private static void add(ArrayNode containers, JsonNode pod, String statuses, Instant now) {
		String uid = pod.path("metadata").path("uid").asString("");
		for (JsonNode status : pod.path("status").path(statuses)) {
			if (running(status)) {
				String name = status.path("name").asString("");
				double wave = wave(uid + name, now);
				ObjectNode usage = containers.addObject().put("name", name).putObject("usage");
				usage.put("cpu", Math.round(wave * 25_000_000) + "n");
				usage.put("memory", Math.round((24 + 40 * wave) * KIBIBYTES) + "Ki");
			}
		}
	}

	private static boolean running(JsonNode status) {
		return status.path("state").has("running");
	}

	// Between 0.1 and 0.9, from a place of its own for each container.
	private static double wave(String container, Instant now) {
		double offset = Math.floorMod(container.hashCode(), 1_000) / 1_000.0;
		double turn = (now.getEpochSecond() % PERIOD_SECONDS) / PERIOD_SECONDS;
		return 0.5 + 0.3 * Math.sin(2 * Math.PI * (turn + offset)) + 0.1 * Math.sin(14 * Math.PI * (turn - offset));
	}

}
