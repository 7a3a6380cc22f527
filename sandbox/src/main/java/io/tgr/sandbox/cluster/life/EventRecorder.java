package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Tells what happens as events; what happens again is counted, and after an hour
 * forgotten.
 */
@Component
class EventRecorder {

	private static final Duration KEPT = Duration.ofHours(1);

	private static final Duration CLEANED_EVERY = Duration.ofMinutes(1);

	private final ObjectStore store;

	private Instant cleaned = Instant.EPOCH;

	EventRecorder(ObjectStore store) {
		this.store = store;
	}

	void normal(ObjectNode about, String component, String reason, String message, Instant now) {
		record(about, component, "Normal", reason, message, now);
	}

	void warning(ObjectNode about, String component, String reason, String message, Instant now) {
		record(about, component, "Warning", reason, message, now);
	}

	void forgetOld(Instant now) {
		if (now.isBefore(this.cleaned.plus(CLEANED_EVERY))) {
			return;
		}
		this.cleaned = now;
		for (JsonNode event : this.store.list(ResourceType.EVENTS).objects()) {
			String last = event.path("lastTimestamp").asString("");
			if (!last.isEmpty() && Instant.parse(last).isBefore(now.minus(KEPT))) {
				this.store.remove(ResourceType.EVENTS, ObjectKey.of(event));
			}
		}
	}

	private void record(ObjectNode about, String component, String type, String reason, String message, Instant now) {
		ObjectKey object = ObjectKey.of(about);
		int content = (reason + message + about.path("metadata").path("uid").asString("")).hashCode();
		String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
		ObjectKey key = new ObjectKey(namespace, object.name() + "." + String.format("%016x", content & 0xffffffffL));
		ObjectNode known = this.store.find(ResourceType.EVENTS, key);
		int count = (known != null) ? known.path("count").asInt(0) + 1 : 1;
		Instant first = (known != null) ? Instant.parse(known.path("firstTimestamp").asString("")) : now;
		ObjectNode event = Cluster.object(ResourceType.EVENTS, namespace, key.name(), first);
		event.set("involvedObject", involved(about));
		event.put("reason", reason).put("message", message);
		String host = about.path("spec").path("nodeName").asString("");
		ObjectNode source = event.putObject("source").put("component", component);
		if (component.equals("kubelet")) {
			source.put("host", host);
		}
		event.put("firstTimestamp", Cluster.time(first)).put("lastTimestamp", Cluster.time(now));
		event.put("count", count).put("type", type).putNull("eventTime");
		event.put("reportingComponent", component).put("reportingInstance", component.equals("kubelet") ? host : "");
		this.store.put(event);
	}

	private static ObjectNode involved(ObjectNode about) {
		JsonNode metadata = about.path("metadata");
		ObjectNode involved = about.objectNode().put("kind", about.path("kind").asString(""));
		if (metadata.has("namespace")) {
			involved.put("namespace", metadata.path("namespace").asString(""));
		}
		return involved.put("name", metadata.path("name").asString(""))
			.put("uid", metadata.path("uid").asString(""))
			.put("apiVersion", about.path("apiVersion").asString(""))
			.put("resourceVersion", metadata.path("resourceVersion").asString(""));
	}

}
