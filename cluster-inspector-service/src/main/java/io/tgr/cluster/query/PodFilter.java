package io.tgr.cluster.query;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.FieldSelector;
import io.tgr.cluster.pod.LabelSelector;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.Owners;

/**
 * Which pods are asked for; what is {@code null} or empty does not matter.
 *
 * @param namespaces the namespaces, any of them
 * @param labels the label selector
 * @param fields the field selector
 * @param statuses words of the STATUS column, any of them, in any case
 * @param unhealthy whether only those that are not as they should be
 * @param node the node
 * @param owner the controller, or what stands behind it
 */
public record PodFilter(Set<String> namespaces, @Nullable LabelSelector labels, @Nullable FieldSelector fields,
		Set<String> statuses, boolean unhealthy, @Nullable String node, @Nullable OwnerName owner) {

	private static final String INIT = "Init:";

	/**
	 * Whether a pod is asked for.
	 * @param row the pod
	 * @param owners what pods belong to
	 * @return whether all conditions hold
	 */
	public boolean matches(PodRow row, Owners owners) {
		return (this.namespaces.isEmpty() || this.namespaces.contains(row.key().namespace()))
				&& (!this.unhealthy || !row.healthy())
				&& (this.node == null || this.node.equals(row.placement().node()))
				&& (this.statuses.isEmpty() || hasStatus(row.state().status()))
				&& (this.labels == null || this.labels.matches(row.labels()))
				&& (this.fields == null || this.fields.matches(row))
				&& (this.owner == null || this.owner.names(row.controller()) || this.owner.names(owners.of(row)));
	}

	private boolean hasStatus(String status) {
		return this.statuses.contains(status)
				|| (status.startsWith(INIT) && this.statuses.contains(status.substring(INIT.length())));
	}

}
