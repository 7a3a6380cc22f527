package io.tgr.cluster.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Placement;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodSettings;
import io.tgr.cluster.pod.PodState;
import io.tgr.cluster.pod.ReadinessGates;
import io.tgr.cluster.pod.Resources;

/**
 * A pod, as {@code kubectl get pods -o wide} tells of it, and some more.
 *
 * @param namespace the namespace
 * @param name the name
 * @param uid the uid, which no other pod ever has
 * @param ready the READY column
 * @param readyContainers how many containers are ready
 * @param totalContainers how many there are, sidecars included
 * @param status the STATUS column
 * @param phase the phase
 * @param healthy whether all is as it should be: it runs and is ready, or it has done its
 * work
 * @param restarts how often its containers were restarted
 * @param restartedAt when that was the last time
 * @param restartsText the RESTARTS column, such as {@code 5 (3m ago)}
 * @param createdAt when it was created
 * @param age the AGE column
 * @param deletedAt when it has to be gone, {@code null} unless it is being deleted
 * @param ip its first address
 * @param ips all its addresses
 * @param node where it runs
 * @param nominatedNode where room is being made for it
 * @param readinessGates the READINESS GATES column, such as {@code 0/1}
 * @param labels its labels
 * @param owner what stands behind its controller: the Deployment or CronJob, if there is
 * one
 * @param controller what manages it
 * @param qosClass {@code Guaranteed}, {@code Burstable} or {@code BestEffort}
 * @param serviceAccount the account it runs as
 * @param containers its containers: init containers and sidecars, then the others, then
 * ephemeral ones
 * @param requests what it asks for, as the scheduler counts it
 * @param limits what it is allowed
 * @param usage what it uses, if metrics.k8s.io says so and the caller may see it
 * @param warnings the newest warning events about it, if the caller may see them
 */
public record PodItem(String namespace, String name, String uid, String ready, int readyContainers, int totalContainers,
		String status, String phase, boolean healthy, int restarts, @Nullable Instant restartedAt, String restartsText,
		Instant createdAt, String age, @Nullable Instant deletedAt, @Nullable String ip, List<String> ips,
		@Nullable String node, @Nullable String nominatedNode, @Nullable String readinessGates,
		Map<String, String> labels, @Nullable OwnerItem owner, @Nullable OwnerItem controller,
		@Nullable String qosClass, @Nullable String serviceAccount, List<ContainerItem> containers, Resources requests,
		Resources limits, @Nullable UsageItem usage, List<WarningItem> warnings) {

	static PodItem of(PodRow row, PodMoment moment) {
		PodState state = row.state();
		Placement place = row.placement();
		PodSettings settings = row.settings();
		return new PodItem(row.key().namespace(), row.key().name(), row.uid(),
				state.readyContainers() + "/" + state.totalContainers(), state.readyContainers(),
				state.totalContainers(), state.status(), state.phase(), row.healthy(), state.restarts(),
				state.restartedAt(), moment.restartsText(), row.createdAt(), moment.age(), state.deletedAt(),
				(place.ips().isEmpty()) ? null : place.ips().get(0), place.ips(), place.node(), place.nominatedNode(),
				gates(state.readinessGates()), row.labels(), OwnerItem.of(moment.owner()),
				OwnerItem.of(row.controller()), settings.qosClass(), settings.serviceAccount(),
				row.containers().stream().map((container) -> ContainerItem.of(container, moment.usage())).toList(),
				row.requests(), row.limits(), UsageItem.of(moment.usage()),
				moment.warnings().stream().map(WarningItem::of).toList());
	}

	private static @Nullable String gates(@Nullable ReadinessGates gates) {
		return (gates != null) ? gates.ready() + "/" + gates.total() : null;
	}

}
