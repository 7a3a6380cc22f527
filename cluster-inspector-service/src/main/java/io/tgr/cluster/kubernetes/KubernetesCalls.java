package io.tgr.cluster.kubernetes;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets the blocking client be called from event loops: on threads of its own, bounded in
 * number and time, with failures that say what they mean.
 */
@Component
final class KubernetesCalls implements DisposableBean {

	private final KubernetesClient client;

	private final KubernetesProperties properties;

	private final Scheduler threads;

	private final Scheduler reviewing;

	KubernetesCalls(KubernetesClient client, KubernetesProperties properties) {
		this.client = client;
		this.properties = properties;
		this.threads = Schedulers.newBoundedElastic(properties.concurrency(), properties.concurrency(),
				"kubernetes-calls");
		this.reviewing = Schedulers.newBoundedElastic(properties.concurrency(), properties.concurrency(),
				"kubernetes-reviews");
	}

	/**
	 * Makes a call.
	 * @param right what it takes, which also says what failed
	 * @param call the call
	 * @param <T> what it brings
	 * @return its result; empty for {@code null}; fails with a
	 * {@link KubernetesException}
	 */
	<T> Mono<T> call(Right right, Function<KubernetesClient, T> call) {
		return call(right, call, this.threads);
	}

	/**
	 * Makes a call that anybody can cause who sends a token, on threads apart: however
	 * many they are, ours go on.
	 * @param right what it takes
	 * @param call the call
	 * @param <T> what it brings
	 * @return its result; fails with a {@link KubernetesException}
	 */
	<T> Mono<T> review(Right right, Function<KubernetesClient, T> call) {
		return call(right, call, this.reviewing);
	}

	private <T> Mono<T> call(Right right, Function<KubernetesClient, T> call, Scheduler scheduler) {
		return Mono.fromCallable(() -> call.apply(this.client))
			.subscribeOn(scheduler)
			.timeout(this.properties.timeout())
			.onErrorMap(RejectedExecutionException.class, (ex) -> Failures.tooMuchToDo(right, ex))
			.onErrorMap((ex) -> Failures.of(right, ex));
	}

	@Override
	public void destroy() {
		this.threads.dispose();
		this.reviewing.dispose();
	}

}
