package io.tgr.cluster.kubernetes;

import java.util.function.Function;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetList;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobList;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Warning;

/**
 * What can be listed and watched, and what is kept of it.
 *
 * @param <R> what is kept of one object
 */
public final class Kind<R> {

	/**
	 * The pods.
	 */
	public static final Kind<PodRow> PODS = new Kind<>("", "pods", Pod.class, PodList.class, PodRows::of, PodRow::uid);

	/**
	 * The replica sets, which say what deployment a pod belongs to.
	 */
	public static final Kind<OwnerLink> REPLICA_SETS = new Kind<>("apps", "replicasets", ReplicaSet.class,
			ReplicaSetList.class, OwnerLinks::of, OwnerLink::uid);

	/**
	 * The jobs, which say what cron job a pod belongs to.
	 */
	public static final Kind<OwnerLink> JOBS = new Kind<>("batch", "jobs", Job.class, JobList.class, OwnerLinks::of,
			OwnerLink::uid);

	/**
	 * The warning events about pods.
	 */
	public static final Kind<Warning> WARNINGS = new Kind<>("", "events", Event.class, EventList.class, Events::warning,
			Warning::uid);

	private final String group;

	private final String resource;

	private final Class<? extends KubernetesResourceList<?>> listType;

	private final Function<HasMetadata, R> reader;

	private final Function<R, String> uid;

	private <T extends HasMetadata> Kind(String group, String resource, Class<T> type,
			Class<? extends KubernetesResourceList<T>> listType, Function<T, R> reader, Function<R, String> uid) {
		this.group = group;
		this.resource = resource;
		this.listType = listType;
		this.reader = (object) -> reader.apply(type.cast(object));
		this.uid = uid;
	}

	/**
	 * The right to list them.
	 * @param namespace where, {@code null} for the whole cluster
	 * @return the right
	 */
	public Right list(@Nullable String namespace) {
		return new Right("list", this.group, this.resource, null, namespace, null);
	}

	/**
	 * The right to watch them.
	 * @param namespace where, {@code null} for the whole cluster
	 * @return the right
	 */
	public Right watch(@Nullable String namespace) {
		return new Right("watch", this.group, this.resource, null, namespace, null);
	}

	/**
	 * Which object this is about.
	 * @param kept what is kept of it
	 * @return its uid
	 */
	public String uid(R kept) {
		return this.uid.apply(kept);
	}

	/**
	 * Begins a list or a watch of them.
	 * @param namespace where, {@code null} for the whole cluster
	 * @return the request
	 */
	ApiRequest request(@Nullable String namespace) {
		ApiRequest request = ApiRequest.of(list(namespace));
		return (this == WARNINGS) ? request.with("fieldSelector", "type=Warning,involvedObject.kind=Pod") : request;
	}

	/**
	 * Whether the API server sends bookmarks. It does not for events, which it keeps in
	 * no watch cache.
	 * @return whether a quiet watch is heard of every minute
	 */
	boolean bookmarked() {
		return this != WARNINGS;
	}

	Class<? extends KubernetesResourceList<?>> listType() {
		return this.listType;
	}

	R read(HasMetadata object) {
		return this.reader.apply(object);
	}

	@Override
	public String toString() {
		return this.resource;
	}

}
