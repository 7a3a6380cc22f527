package io.tgr.cluster.pod;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a pod: a few kilobytes instead of the object.
 *
 * @param key its namespace and name
 * @param uid its uid, which no other pod ever has
 * @param resourceVersion the version of the object that this says
 * @param createdAt when it was created
 * @param labels its labels
 * @param state how it is
 * @param placement where it is
 * @param settings what its specification settles
 * @param controller the object that manages it, {@code null} if there is none
 * @param requests what it asks for, as the scheduler counts it
 * @param limits what it is allowed
 * @param containers its containers: init containers and sidecars, then the others, then
 * ephemeral ones, in the order of the specification
 */
public record PodRow(PodKey key, String uid, String resourceVersion, Instant createdAt, Map<String, String> labels,
		PodState state, Placement placement, PodSettings settings, @Nullable Owner controller, Resources requests,
		Resources limits, List<ContainerRow> containers) {

	/**
	 * Whether all is as it should be: it runs and is ready, or it has done its work.
	 * @return {@code false} for whatever an operator may want to look at
	 */
	public boolean healthy() {
		PodState state = this.state;
		if ("Succeeded".equals(state.phase())) {
			return true;
		}
		return "Running".equals(state.status()) && state.ready() && state.readyContainers() == state.totalContainers();
	}

}
