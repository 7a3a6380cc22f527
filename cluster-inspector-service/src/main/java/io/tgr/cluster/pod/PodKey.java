package io.tgr.cluster.pod;

import java.util.Comparator;

/**
 * Which pod: its name is unique in its namespace.
 *
 * @param namespace the namespace
 * @param name the name
 */
public record PodKey(String namespace, String name) implements Comparable<PodKey> {

	private static final Comparator<PodKey> ORDER = Comparator.comparing(PodKey::namespace).thenComparing(PodKey::name);

	@Override
	public int compareTo(PodKey other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.namespace + "/" + this.name;
	}

}
