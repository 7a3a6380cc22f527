package io.tgr.cluster.detail;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A part of an answer, or why it could not be had; neither if nobody asked.
 *
 * @param value the part
 * @param failure what happened instead
 * @param <T> what it is
 */
record Part<T>(@Nullable T value, @Nullable Throwable failure) {

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	static <T> Part<T> none() {
		return new Part<>(null, null);
	}

	static <T> Mono<Part<T>> of(Mono<T> source) {
		return source.map((value) -> new Part<>(value, null))
			.timeout(PATIENCE,
					Mono.error(() -> new TimeoutException("No answer within " + PATIENCE.toSeconds() + " s")))
			.onErrorResume((ex) -> Mono.just(new Part<T>(null, ex)));
	}

}
