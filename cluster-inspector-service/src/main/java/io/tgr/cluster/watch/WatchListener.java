package io.tgr.cluster.watch;

import java.time.Duration;

import io.tgr.cluster.kubernetes.KubernetesException;

/**
 * Hears how a list and its watch are doing.
 */
interface WatchListener {

	/**
	 * A list is complete.
	 * @param took how long it took
	 */
	void listed(Duration took);

	/**
	 * The watch is alive.
	 */
	void heard();

	/**
	 * A call failed, and will be made again.
	 * @param call {@code list} or {@code watch}
	 * @param failure why
	 */
	void failed(String call, KubernetesException failure);

}
