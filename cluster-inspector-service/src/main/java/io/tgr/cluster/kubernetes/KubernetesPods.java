package io.tgr.cluster.kubernetes;

import java.util.Comparator;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.pod.PodKey;

/**
 * Reads single pods, and pods in the API server's own words.
 */
@Component
public final class KubernetesPods {

	private static final int MOST_EVENTS = 500;

	private static final Comparator<PodEvent> NEWEST_FIRST = Comparator.comparing(PodEvent::lastSeenAt,
			Comparator.nullsFirst(Comparator.naturalOrder()));

	private final KubernetesRequests requests;

	private final KubernetesProperties properties;

	KubernetesPods(KubernetesRequests requests, KubernetesProperties properties) {
		this.requests = requests;
		this.properties = properties;
	}

	/**
	 * Reads a pod.
	 * @param key which
	 * @return the pod; fails with {@code NOT_FOUND} if there is none
	 */
	public Mono<DetailedPod> pod(PodKey key) {
		return get(key).map(PodDetails::of);
	}

	/**
	 * Reads the events about a pod.
	 * @param key which
	 * @param uid its uid, since another pod may have had its name
	 * @return the events, newest first, values of the environment withheld
	 */
	public Flux<PodEvent> events(PodKey key, String uid) {
		ApiRequest request = ApiRequest.of(Right.to("list", "events", key.namespace()))
			.with("fieldSelector", "involvedObject.kind=Pod,involvedObject.uid=" + uid)
			.with("limit", MOST_EVENTS);
		Mono<EventList> list = this.requests.object(request, EventList.class);
		return Mono.zip(list, environment(key))
			.flatMapIterable((both) -> both.getT1()
				.getItems()
				.stream()
				.map((event) -> event(event, both.getT2()))
				.sorted(NEWEST_FIRST.reversed())
				.toList());
	}

	/**
	 * Reads the end of a log.
	 * @param key which pod
	 * @param container which container, {@code null} if it has but one
	 * @param previous whether of the container before its last restart
	 * @param lines how many lines at most
	 * @param bytes how many bytes at most
	 * @return the end of the log; fails with {@code INVALID} if there is none, saying why
	 */
	public Mono<LogTail> log(PodKey key, @Nullable String container, boolean previous, int lines, int bytes) {
		Right right = new Right("get", "", "pods", "log", key.namespace(), key.name());
		ApiRequest request = ApiRequest.of(right)
			.with("container", container)
			.with("previous", (previous) ? true : null)
			.with("tailLines", lines)
			.with("limitBytes", this.properties.page().toBytes());
		return environment(key).flatMap((environment) -> this.requests.stream(request,
				(log) -> new LogReader(bytes).read(log).tail(environment)));
	}

	/**
	 * Reads a page of the API server's own pods.
	 * @param namespace where, {@code null} for the whole cluster
	 * @param labelSelector selects by labels, {@code null} for all
	 * @param fieldSelector selects by fields, {@code null} for all
	 * @param limit how many pods at most
	 * @param continueToken what the page before said, {@code null} for the first page
	 * @return the page, redacted
	 */
	public Mono<RedactedPage> redacted(@Nullable String namespace, @Nullable String labelSelector,
			@Nullable String fieldSelector, int limit, @Nullable String continueToken) {
		Right right = Right.to("list", "pods", namespace);
		ApiRequest request = ApiRequest.of(right)
			.with("labelSelector", labelSelector)
			.with("fieldSelector", fieldSelector)
			.with("limit", limit)
			.with("continue", continueToken);
		return this.requests.stream(request,
				(list) -> new PodListRedaction(right, this.properties.page().toBytes()).read(list));
	}

	private Mono<Pod> get(PodKey key) {
		return this.requests.object(ApiRequest.of(new Right("get", "", "pods", null, key.namespace(), key.name())),
				Pod.class);
	}

	private Mono<EnvironmentValues> environment(PodKey key) {
		return get(key).map(EnvironmentValues::of)
			.onErrorReturn(
					(ex) -> ex instanceof KubernetesException gone && gone.failure() == KubernetesFailure.NOT_FOUND,
					EnvironmentValues.NONE);
	}

	private static PodEvent event(Event event, EnvironmentValues environment) {
		String reporter = (event.getSource() != null) ? event.getSource().getComponent() : null;
		return new PodEvent(Objects.requireNonNullElse(event.getType(), "Normal"),
				Objects.requireNonNullElse(event.getReason(), ""),
				EventMessages.withoutCommand(environment.mask(event.getMessage())).strip(),
				Objects.requireNonNullElse((reporter != null) ? reporter : event.getReportingComponent(), ""),
				Events.count(event), Events.firstSeen(event), Events.lastSeen(event));
	}

}
