package io.tgr.sandbox.cluster.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** What containers wrote, in this run and in the one before. */
public final class Logs {

	private final Map<String, String> present = new ConcurrentHashMap<>();

	private final Map<String, String> previous = new ConcurrentHashMap<>();

	/**
	 * Let a container have written something, instead of what it wrote before.
	 * @param pod where its pod is
	 * @param container its name
	 * @param text the whole log
	 */
	public void write(ObjectKey pod, String container, String text) {
		this.present.put(key(pod, container), text);
	}

	/**
	 * Begin a new log, since the container starts again.
	 * @param pod where its pod is
	 * @param container its name
	 * @param text the whole log of the new run
	 */
	public void restart(ObjectKey pod, String container, String text) {
		String before = this.present.put(key(pod, container), text);
		if (before != null) {
			this.previous.put(key(pod, container), before);
		}
	}

	/**
	 * Forget what a pod wrote.
	 * @param pod where it was
	 */
	public void forget(ObjectKey pod) {
		this.present.keySet().removeIf((key) -> key.startsWith(pod.path() + ":"));
		this.previous.keySet().removeIf((key) -> key.startsWith(pod.path() + ":"));
	}

	/**
	 * What a container wrote.
	 * @param pod where its pod is
	 * @param container its name
	 * @param before whether the run before is meant
	 * @return the log; nothing if there is none
	 */
	public @Nullable String read(ObjectKey pod, String container, boolean before) {
		return (before ? this.previous : this.present).get(key(pod, container));
	}

	private static String key(ObjectKey pod, String container) {
		return pod.path() + ":" + container;
	}

}
