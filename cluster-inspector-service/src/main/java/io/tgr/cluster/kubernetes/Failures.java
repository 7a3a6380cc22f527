package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.WatcherException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells what the client's exceptions mean.
 */
final class Failures {

	private Failures() {
	}

	static KubernetesException tooMuchToDo(Right right, Throwable cause) {
		return new KubernetesException(KubernetesFailure.UNAVAILABLE, right,
				"Too many calls of the Kubernetes API are under way", null, cause);
	}

	static KubernetesException of(Right right, Throwable failure) {
		if (failure instanceof KubernetesException known) {
			return known;
		}
		KubernetesClientException answer = answer(failure);
		if (answer != null && answer.getCode() > 0) {
			return new KubernetesException(meaning(answer.getCode()), right, message(answer), null, failure);
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		KubernetesFailure meaning = (cause instanceof TimeoutException || failure instanceof TimeoutException)
				? KubernetesFailure.TIMEOUT
				: (cause instanceof IOException) ? KubernetesFailure.UNREACHABLE : KubernetesFailure.UNREADABLE;
		return new KubernetesException(meaning, right, String.valueOf(cause.getMessage()), null, failure);
	}

	private static @Nullable KubernetesClientException answer(Throwable failure) {
		Throwable cause = (failure instanceof WatcherException watch && watch.asClientException() != null)
				? watch.asClientException() : failure;
		return (cause instanceof KubernetesClientException answer) ? answer : null;
	}

	private static KubernetesFailure meaning(int code) {
		return switch (code) {
			case 400, 405, 406, 415, 422 -> KubernetesFailure.INVALID;
			case 401 -> KubernetesFailure.UNAUTHENTICATED;
			case 403 -> KubernetesFailure.NOT_ALLOWED;
			case 404 -> KubernetesFailure.NOT_FOUND;
			case 408, 504 -> KubernetesFailure.TIMEOUT;
			case 410 -> KubernetesFailure.GONE;
			default -> KubernetesFailure.UNAVAILABLE;
		};
	}

	private static String message(KubernetesClientException answer) {
		Status status = answer.getStatus();
		return (status != null && status.getMessage() != null) ? status.getMessage()
				: String.valueOf(answer.getMessage());
	}

}
