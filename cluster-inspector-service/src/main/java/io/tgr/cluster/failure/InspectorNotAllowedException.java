package io.tgr.cluster.failure;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

import io.tgr.cluster.access.NotAllowedException;
import io.tgr.cluster.kubernetes.Right;

/**
 * This service's own account may not do what it takes; says which right is missing and
 * what would give it.
 */
public final class InspectorNotAllowedException extends ErrorResponseException {

	/**
	 * Creates the exception.
	 * @param right the right that is missing
	 */
	public InspectorNotAllowedException(Right right) {
		super(HttpStatus.FORBIDDEN, NotAllowedException.problem("inspector-not-allowed",
				"The account of this service may not %s.".formatted(right), right), null);
	}

}
