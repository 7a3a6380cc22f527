package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodRow;

/**
 * One pod in full, as far as it helps an operator. Values of the environment and whatever
 * comes from a Secret are not in it.
 *
 * @param row what is kept of every pod
 * @param message why it is as it is, if somebody says so
 * @param startedAt when its node took it
 * @param hostIp the address of its node
 * @param conditions its conditions
 * @param containers its containers, in the order of the row
 * @param volumes its volumes
 * @param tolerations the taints that it tolerates, as {@code key=value:effect}
 * @param nodeSelector the labels that its node has to have
 * @param lastWords what its containers wrote when they ended: pieces of their logs maybe,
 * so only for who may read these
 */
public record DetailedPod(PodRow row, @Nullable String message, @Nullable Instant startedAt, @Nullable String hostIp,
		List<PodConditionRow> conditions, List<DetailedContainer> containers, List<PodVolume> volumes,
		List<String> tolerations, Map<String, String> nodeSelector, List<LastWords> lastWords) {

}
