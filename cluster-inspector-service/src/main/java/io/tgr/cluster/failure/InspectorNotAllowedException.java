package io.tgr.cluster.failure;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

import io.tgr.cluster.access.NotAllowedException;
import io.tgr.cluster.kubernetes.Right;

/**
 * This service's own account may not do what it takes; says which right is missing and
 * what would give it.
 */
public final class InspectorNotAllowedException extends ErrorResponseException {

	private static final Right FOLLOWED = Right.to("list", "pods", null);

	/**
	 * Creates the exception.
	 * @param right the right that is missing
	 */
	public InspectorNotAllowedException(Right right) {
		super(HttpStatus.FORBIDDEN, NotAllowedException.problem("inspector-not-allowed",
				"The account of this service may not %s.".formatted(right), right, verbs(right)), null);
	}

	// Who may list pods and not watch them cannot follow them.
	private static List<String> verbs(Right right) {
		return (right.equals(FOLLOWED.in(right.namespace()))) ? List.of(right.verb(), "watch") : List.of(right.verb());
	}

}
