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
public final class KubernetesCalls implements DisposableBean {

	private final KubernetesClient client;

	private final KubernetesProperties properties;

	private final Scheduler threads;

	KubernetesCalls(KubernetesClient client, KubernetesProperties properties) {
		this.client = client;
		this.properties = properties;
		this.threads = Schedulers.newBoundedElastic(properties.concurrency(), properties.concurrency(),
				"kubernetes-calls");
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
		return Mono.fromCallable(() -> call.apply(this.client))
			.subscribeOn(this.threads)
			.timeout(this.properties.timeout())
			.onErrorMap(RejectedExecutionException.class, (ex) -> Failures.tooMuchToDo(right, ex))
			.onErrorMap((ex) -> Failures.of(right, ex));
	}

	@Override
	public void destroy() {
		this.threads.dispose();
	}

}
