package io.tgr.cluster.detail;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.Access;
import io.tgr.cluster.access.View;
import io.tgr.cluster.kubernetes.DetailedPod;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.kubernetes.PodEvent;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.row.CallerRights;
import io.tgr.cluster.watch.PodCache;

/**
 * Reads all there is to know of one pod, as far as the caller may know it. What fails is
 * missing in the answer; only without the pod itself there is none.
 */
@Component
public final class PodReader {

	private static final int LOG_BYTES = 64 << 10;

	private static final int LOGS_AT_ONCE = 4;

	private static final Set<KubernetesFailure> NO_ANSWER = Set.of(KubernetesFailure.UNREACHABLE,
			KubernetesFailure.TIMEOUT, KubernetesFailure.UNAVAILABLE);

	private final KubernetesPods pods;

	private final PodCache cache;

	private final CallerRights rights;

	private final Access access;

	private final PodAnswers answers;

	PodReader(KubernetesPods pods, PodCache cache, CallerRights rights, Access access, PodAnswers answers) {
		this.pods = pods;
		this.cache = cache;
		this.rights = rights;
		this.access = access;
		this.answers = answers;
	}

	/**
	 * Reads a pod.
	 * @param question what is asked
	 * @param view the caller
	 * @return the answer; fails with a {@link KubernetesException}
	 */
	public Mono<PodAnswer> read(PodQuestion question, View view) {
		return this.pods.pod(question.key())
			.map((pod) -> new Known(pod, null))
			.onErrorResume(KubernetesException.class, (ex) -> last(question, ex))
			.flatMap((known) -> Mono
				.zip(this.rights.in(view, List.of(question.key().namespace())),
						this.access.may(view, question.logRight()))
				.flatMap((may) -> read(question, known, new VisibleDetails(may.getT1(), may.getT2()))));
	}

	// The last row is better than nothing while the API server is away.
	private Mono<Known> last(PodQuestion question, KubernetesException failure) {
		PodRow row = this.cache.find(question.key());
		return (row == null || !NO_ANSWER.contains(failure.failure())) ? Mono.error(failure) : Mono.just(new Known(
				new DetailedPod(row, null, null, null, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of()),
				failure));
	}

	private Mono<PodAnswer> read(PodQuestion question, Known known, VisibleDetails allowed) {
		PodRow row = known.pod().row();
		question.requireContainer(row);
		boolean live = known.failure() == null;
		Mono<Part<List<PodEvent>>> events = (live && allowed.parts().warnings().in(row.key().namespace()))
				? Part.of(this.pods.events(row.key(), row.uid()).collectList()) : Mono.just(Part.none());
		Mono<Part<List<ContainerLog>>> logs = (live && allowed.logs()) ? Part.of(logs(question, row))
				: Mono.just(Part.none());
		return Mono.zip(events, logs)
			.map((read) -> this.answers.answer(question, known, allowed, read.getT1(), read.getT2()));
	}

	private Mono<List<ContainerLog>> logs(PodQuestion question, PodRow row) {
		List<LogName> names = (question.logLines() > 0) ? LogName.of(row, question.container()) : List.of();
		return Flux.fromIterable(names).flatMapSequential((name) -> log(question, name), LOGS_AT_ONCE).collectList();
	}

	private Mono<ContainerLog> log(PodQuestion question, LogName name) {
		return this.pods.log(question.key(), name.container(), name.previous(), question.logLines(), LOG_BYTES)
			.map((tail) -> ContainerLog.of(name, tail))
			.onErrorResume(PodReader::concernsOneLog, (ex) -> Mono.just(ContainerLog.failed(name, ex)));
	}

	private static boolean concernsOneLog(Throwable failure) {
		return failure instanceof KubernetesException known && known.failure() != KubernetesFailure.NOT_ALLOWED;
	}

	/**
	 * What is known of the pod itself.
	 *
	 * @param pod the pod
	 * @param failure why it is only the last row, {@code null} if it is not
	 */
	record Known(DetailedPod pod, @Nullable KubernetesException failure) {

	}

}
