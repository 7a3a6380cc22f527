package io.tgr.cluster.detail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.DetailedContainer;
import io.tgr.cluster.kubernetes.LastWords;
import io.tgr.cluster.kubernetes.PodConditionRow;
import io.tgr.cluster.kubernetes.PodEvent;
import io.tgr.cluster.kubernetes.PodVolume;
import io.tgr.cluster.row.PodItem;
import io.tgr.cluster.watch.Staleness;

/**
 * One pod in full.
 *
 * @param asOf when this was known to be so
 * @param stale why it may lag behind, {@code null} if it does not
 * @param pod its row
 * @param message why it is as it is, if somebody says so
 * @param startedAt when its node took it
 * @param hostIp the address of its node
 * @param conditions its conditions
 * @param containers its containers, beyond what the row says of them
 * @param volumes its volumes
 * @param tolerations the taints that it tolerates, as {@code key=value:effect}
 * @param nodeSelector the labels that its node has to have
 * @param deaths how its containers died, the last first
 * @param lastWords what its containers wrote when they ended, {@code null} if the caller
 * may not read logs
 * @param events the events about it, the newest first, {@code null} if the caller may not
 * see them
 * @param logs the ends of its containers' logs, {@code null} if the caller may not read
 * them
 * @param withheld the rights that the caller would need to see more
 * @param missing the parts that could not be had
 */
public record PodAnswer(@Nullable Instant asOf, @Nullable Staleness stale, PodItem pod, @Nullable String message,
		@Nullable Instant startedAt, @Nullable String hostIp, List<PodConditionRow> conditions,
		List<DetailedContainer> containers, List<PodVolume> volumes, List<String> tolerations,
		Map<String, String> nodeSelector, List<Death> deaths, @Nullable List<LastWords> lastWords,
		@Nullable List<PodEvent> events, @Nullable List<ContainerLog> logs, List<String> withheld,
		List<MissingPart> missing) {

}
