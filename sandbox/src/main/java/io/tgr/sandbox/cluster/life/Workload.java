package io.tgr.sandbox.cluster.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to run.
 *
 * @param namespace where
 * @param name the name of its controller
 * @param replicas how many pods
 * @param spec the specification of a pod
 */
record Workload(String namespace, String name, int replicas, ObjectNode spec) {

	static Workload read(String name) {
		JsonNode workload = JsonMapper.shared().readTree(text("workloads.json")).get(name);
		return new Workload(workload.path("namespace").asString(""), name, workload.path("replicas").asInt(1),
				(ObjectNode) workload.get("spec"));
	}

	static String text(String file) {
		try (InputStream content = Workload.class.getResourceAsStream(file)) {
			return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Workload withImage(String image) {
		ObjectNode changed = this.spec.deepCopy();
		((ObjectNode) changed.path("containers").get(0)).put("image", image);
		return new Workload(this.namespace, this.name, this.replicas, changed);
	}

	String image() {
		return this.spec.path("containers").path(0).path("image").asString("");
	}

	String container() {
		return this.spec.path("containers").path(0).path("name").asString("");
	}

}
