package io.tgr.cluster.detail;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.Nearest;

/**
 * What is asked about one pod.
 *
 * @param key which pod
 * @param logLines how many lines of each log at most
 * @param container the container whose log is asked for, {@code null} for all
 */
public record PodQuestion(PodKey key, int logLines, @Nullable String container) {

	/**
	 * The right that it takes.
	 * @return the right to get the pod
	 */
	public Right right() {
		return new Right("get", "", "pods", null, this.key.namespace(), this.key.name());
	}

	/**
	 * The right that its logs take.
	 * @return the right to get them
	 */
	public Right logRight() {
		return new Right("get", "", "pods", "log", this.key.namespace(), this.key.name());
	}

	void requireContainer(PodRow row) {
		List<String> names = row.containers().stream().map(ContainerRow::name).toList();
		if (this.container != null && !names.contains(this.container)) {
			throw new InvalidParameterException("container", this.container,
					"a container of the pod: " + String.join(", ", names), Nearest.to(this.container, names));
		}
	}

}
