package io.tgr.cluster;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

import io.tgr.cluster.access.NotAllowedException;
import io.tgr.cluster.kubernetes.Right;

/**
 * This service's own account may not do what it takes; says which right is missing and
 * what would give it.
 */
final class InspectorNotAllowedException extends ErrorResponseException {

	InspectorNotAllowedException(Right right) {
		super(HttpStatus.FORBIDDEN, NotAllowedException.problem("inspector-not-allowed",
				"The account of this service may not %s.".formatted(right), right), null);
	}

}
