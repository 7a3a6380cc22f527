package io.tgr.cluster.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Reviews;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.TokenUser;
import io.tgr.cluster.kubernetes.TokenVerdict;

/**
 * What the API server decided some seconds ago, as servers remember it that delegate to
 * it; a call that failed is not a decision.
 */
@Component
class Decisions {

	private final Reviews reviews;

	private final AccessProperties properties;

	private final Clock clock;

	private final Cache<String, Mono<TokenVerdict>> users;

	private final Cache<Question, Mono<Boolean>> access;

	Decisions(Reviews reviews, AccessProperties properties, Clock clock) {
		this.reviews = reviews;
		this.properties = properties;
		this.clock = clock;
		this.users = cache().build();
		this.access = cache().build();
	}

	Mono<TokenUser> user(String token) {
		if (token.isEmpty()) {
			return Mono.error(UnauthenticatedException::noToken);
		}
		return this.users.get(fingerprint(token), (key) -> kept(this.reviews.token(token, this.properties.audiences())))
			.flatMap((verdict) -> (verdict.user() != null) ? Mono.just(verdict.user())
					: Mono.error(UnauthenticatedException.notValid(verdict.error())));
	}

	Mono<Boolean> access(TokenUser user, Right right) {
		return this.access.get(new Question(user, right), (question) -> kept(this.reviews.access(user, right)));
	}

	// Callers who ask at the same time share one review, which ends when the last of them
	// leaves.
	private static <T> Mono<T> kept(Mono<T> review) {
		return review.cacheInvalidateIf((decision) -> false);
	}

	private Caffeine<Object, Object> cache() {
		return Caffeine.newBuilder()
			.maximumSize(this.properties.decisions())
			.expireAfterWrite(this.properties.decisionLifetime())
			.ticker(() -> Duration.between(Instant.EPOCH, this.clock.instant()).toNanos());
	}

	// Not the token itself: keys get printed.
	private static String fingerprint(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether somebody may do something.
	 *
	 * @param user who
	 * @param right what
	 */
	private record Question(TokenUser user, Right right) {

	}

}
