package io.tgr.details;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Repositories that GitHub lately did not know or had blocked, so that asking for them
 * again and again costs no quota.
 */
@Component
class MissingRepositories {

	private static final int MAX_NAMES = 10_000;

	private final Cache<RepositoryName, Known<Throwable>> failures = Caffeine.newBuilder()
		.maximumSize(MAX_NAMES)
		.build();

	private final Duration freshness;

	private final Clock clock;

	MissingRepositories(DetailsProperties properties, Clock clock) {
		this.freshness = properties.freshness().missing();
		this.clock = clock;
	}

	/**
	 * Asks for a repository unless it is known to be missing.
	 * @param name the repository
	 * @param answer asks for it
	 * @param <T> the type of the answer
	 * @return the answer, or why there is none
	 */
	<T> Mono<T> unlessMissing(RepositoryName name, Mono<T> answer) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			Known<Throwable> known = this.failures.getIfPresent(name);
			if (known != null && now.isBefore(known.asOf().plus(this.freshness))) {
				return Mono.error(known.value());
			}
			return answer.doOnError(PartReader::isFinal,
					(failure) -> this.failures.put(name, new Known<>(failure, now)));
		});
	}

}
