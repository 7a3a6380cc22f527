package io.tgr.cluster.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the API server who somebody is, and what somebody or we may do.
 */
@Component
public final class Reviews {

	private static final Right TOKENS = new Right("create", "authentication.k8s.io", "tokenreviews", null, null, null);

	private static final Right ACCESS = new Right("create", "authorization.k8s.io", "subjectaccessreviews", null, null,
			null);

	private static final Right OURS = new Right("create", "authorization.k8s.io", "selfsubjectaccessreviews", null,
			null, null);

	private final KubernetesCalls calls;

	Reviews(KubernetesCalls calls) {
		this.calls = calls;
	}

	/**
	 * Asks who a token stands for.
	 * @param token the bearer token
	 * @param audiences whom it must be meant for, empty for the API server
	 * @return the verdict
	 */
	public Mono<TokenVerdict> token(String token, List<String> audiences) {
		TokenReview review = new TokenReviewBuilder().withNewSpec()
			.withToken(token)
			.withAudiences(audiences)
			.endSpec()
			.build();
		return this.calls.review(TOKENS, (client) -> client.tokenReviews().create(review))
			.map((answer) -> verdict(answer.getStatus(), audiences));
	}

	/**
	 * Asks whether somebody may do something.
	 * @param user who
	 * @param right what
	 * @return whether the API server allows it
	 */
	public Mono<Boolean> access(TokenUser user, Right right) {
		SubjectAccessReview review = new SubjectAccessReviewBuilder().withNewSpec()
			.withUser(user.name())
			.withUid((user.uid().isEmpty()) ? null : user.uid())
			.withGroups(user.groups())
			.withExtra(user.extra())
			.withResourceAttributes(attributes(right))
			.endSpec()
			.build();
		return this.calls.review(ACCESS, (client) -> client.authorization().v1().subjectAccessReview().create(review))
			.map((answer) -> isTrue(answer.getStatus().getAllowed()) && !isTrue(answer.getStatus().getDenied()));
	}

	/**
	 * Asks whether we may do something.
	 * @param right what
	 * @return whether the API server allows it
	 */
	public Mono<Boolean> ours(Right right) {
		SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder().withNewSpec()
			.withResourceAttributes(attributes(right))
			.endSpec()
			.build();
		return this.calls.call(OURS, (client) -> client.authorization().v1().selfSubjectAccessReview().create(review))
			.map((answer) -> isTrue(answer.getStatus().getAllowed()) && !isTrue(answer.getStatus().getDenied()));
	}

	private static TokenVerdict verdict(@Nullable TokenReviewStatus status, List<String> audiences) {
		UserInfo user = (status != null) ? status.getUser() : null;
		if (status == null || !isTrue(status.getAuthenticated()) || user == null) {
			return new TokenVerdict(null, (status != null) ? status.getError() : null);
		}
		// A server that knows nothing of audiences says none: then the token is not for
		// us.
		if (!audiences.isEmpty() && status.getAudiences().stream().noneMatch(audiences::contains)) {
			return new TokenVerdict(null, "the token is for another audience");
		}
		return new TokenVerdict(new TokenUser(user.getUsername(), Objects.requireNonNullElse(user.getUid(), ""),
				List.copyOf(user.getGroups()), Map.copyOf(user.getExtra())), null);
	}

	private static ResourceAttributes attributes(Right right) {
		return new ResourceAttributesBuilder().withVerb(right.verb())
			.withGroup(right.group())
			.withResource(right.resource())
			.withSubresource(right.subresource())
			.withNamespace(right.namespace())
			.withName(right.name())
			.build();
	}

	private static boolean isTrue(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

}
