package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.Logs;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * What the actors act on: objects, logs, nodes, names and addresses.
 */
@Component
class Cluster {

	static final List<String> NODES = List.of("node-a", "node-b");

	private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

	private final ObjectStore store;

	private final Logs logs;

	private final Random random = new Random(34);

	private int address = 1;

	private int placed;

	Cluster(ObjectStore store, Logs logs) {
		this.store = store;
		this.logs = logs;
	}

	ObjectStore store() {
		return this.store;
	}

	Logs logs() {
		return this.logs;
	}

	String suffix(int length) {
		StringBuilder name = new StringBuilder();
		for (int i = 0; i < length; i++) {
			name.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return name.toString();
	}

	String node() {
		return NODES.get(this.placed++ % NODES.size());
	}

	String hostAddress(String node) {
		return "172.20.0." + (2 + NODES.indexOf(node));
	}

	String podAddress(String node) {
		int next = this.address++;
		return "10.244." + (NODES.indexOf(node) * 64 + next / 250 % 64) + "." + (next % 250 + 2);
	}

	static ObjectNode object(ResourceType type, String namespace, String name, Instant now) {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("kind", type.kind());
		object.put("apiVersion", type.apiVersion());
		ObjectNode metadata = object.putObject("metadata").put("name", name);
		if (!namespace.isEmpty()) {
			metadata.put("namespace", namespace);
		}
		metadata.put("creationTimestamp", time(now));
		return object;
	}

	static String time(Instant now) {
		return now.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	// Makes one object the controller of another.
	static void own(ObjectNode object, ObjectNode owner) {
		((ObjectNode) object.get("metadata")).putArray("ownerReferences")
			.addObject()
			.put("apiVersion", owner.path("apiVersion").asString(""))
			.put("kind", owner.path("kind").asString(""))
			.put("name", owner.path("metadata").path("name").asString(""))
			.put("uid", owner.path("metadata").path("uid").asString(""))
			.put("controller", true)
			.put("blockOwnerDeletion", true);
	}

	void forget(ObjectKey pod) {
		this.store.remove(ResourceType.PODS, pod);
		this.logs.forget(pod);
	}

}
