package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
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

	/**
	 * Without the cause: a parser quotes what it cannot read.
	 * @param right what was tried
	 * @param cause what the parser says
	 * @return the failure
	 */
	static KubernetesException unreadable(Right right, Throwable cause) {
		return new KubernetesException(KubernetesFailure.UNREADABLE, right,
				"The answer of the Kubernetes API cannot be read (%s)".formatted(
						NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName()),
				null, null);
	}

	static KubernetesException silent(Right right, Duration silence) {
		return new KubernetesException(KubernetesFailure.TIMEOUT, right,
				"The Kubernetes API said nothing for %d s".formatted(silence.toSeconds()), null, null);
	}

	static KubernetesException of(Right right, Throwable failure) {
		if (failure instanceof KubernetesException known) {
			return known;
		}
		if (failure instanceof KubernetesClientException answer && answer.getCode() > 0) {
			Status status = Objects.requireNonNullElseGet(answer.getStatus(), Status::new);
			return of(right, answer.getCode(), status, null);
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (failure instanceof TimeoutException
				|| cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
			return new KubernetesException(KubernetesFailure.TIMEOUT, right,
					"The Kubernetes API did not answer in time", null, failure);
		}
		if (cause instanceof IOException && !cause.getClass().getName().startsWith("com.fasterxml.jackson.")) {
			return new KubernetesException(KubernetesFailure.UNREACHABLE, right,
					"The Kubernetes API cannot be reached: " + words(cause), null, failure);
		}
		return unreadable(right, failure);
	}

	static KubernetesException of(Right right, int code, Status status, @Nullable Duration retryAfter) {
		String message = (status.getMessage() != null && !status.getMessage().isBlank()) ? status.getMessage()
				: "The Kubernetes API answers " + code;
		Duration wait = retryAfter;
		if (wait == null && status.getDetails() != null && status.getDetails().getRetryAfterSeconds() != null
				&& status.getDetails().getRetryAfterSeconds() > 0) {
			wait = Duration.ofSeconds(status.getDetails().getRetryAfterSeconds());
		}
		return new KubernetesException(meaning(code), right, message, wait, null);
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

	private static String words(Throwable cause) {
		if (cause instanceof HttpConnectTimeoutException) {
			return "no connection in time";
		}
		if (cause.getMessage() == null) {
			return (cause instanceof ConnectException) ? "connection refused" : cause.getClass().getSimpleName();
		}
		return cause.getMessage();
	}

}
