package io.tgr.sandbox.cluster.store;

import java.util.Comparator;

import tools.jackson.databind.JsonNode;

/**
 * Where an object is.
 *
 * @param namespace its namespace, empty if it lives in none
 * @param name its name
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {

	// Lists are ordered as the paths in etcd are, so a separator comes before any letter.
	private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::path);

	/**
	 * The key of an object.
	 * @param object the object
	 * @return its namespace and name
	 */
	public static ObjectKey of(JsonNode object) {
		JsonNode metadata = object.path("metadata");
		return new ObjectKey(metadata.path("namespace").asString(""), metadata.path("name").asString(""));
	}

	/**
	 * Where it is among all of its kind.
	 * @return the path, as continue tokens have it
	 */
	public String path() {
		return this.namespace.isEmpty() ? "/" + this.name : "/" + this.namespace + "/" + this.name;
	}

	@Override
	public int compareTo(ObjectKey other) {
		return ORDER.compare(this, other);
	}

}
