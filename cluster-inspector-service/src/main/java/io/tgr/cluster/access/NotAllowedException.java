package io.tgr.cluster.access;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.TokenUser;
import io.tgr.common.web.Problem;

/**
 * The caller may not do that; says which right is missing and what would give it.
 */
public final class NotAllowedException extends ErrorResponseException {

	NotAllowedException(TokenUser user, Right right) {
		super(HttpStatus.FORBIDDEN, problem("not-allowed", "'%s' may not %s.".formatted(user.name(), right), right),
				null);
	}

	/**
	 * Describes a missing right.
	 * @param slug the last part of the problem's type
	 * @param detail who may not do what
	 * @param right the right
	 * @return the problem, with the verb, the resource, the namespace and the Role that
	 * would allow it
	 */
	public static ProblemDetail problem(String slug, String detail, Right right) {
		return problem(slug, detail, right, List.of(right.verb()));
	}

	/**
	 * Describes a missing right that is of use only together with others.
	 * @param slug the last part of the problem's type
	 * @param detail who may not do what
	 * @param right the right
	 * @param verbs the verbs that the Role is to allow
	 * @return the problem, with the verb, the resource, the namespace and the Role that
	 * would allow it
	 */
	public static ProblemDetail problem(String slug, String detail, Right right, List<String> verbs) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail);
		problem.setType(URI.create(Problem.TYPE_PREFIX + slug));
		problem.setProperty("verb", right.verb());
		problem.setProperty("resource", right.ruleResource() + ((right.group().isEmpty()) ? "" : "." + right.group()));
		problem.setProperty("namespace", right.namespace());
		problem.setProperty("role", RoleExample.of(right, verbs));
		return problem;
	}

}
