package io.tgr.details;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/**
 * How asking for a part ended: with a value, an older value, or a failure.
 *
 * @param value what is known
 * @param asOf when GitHub said so
 * @param stale whether GitHub could not be asked again when it was due
 * @param failure why GitHub gave no answer
 * @param <T> the type of the value
 */
record Outcome<T>(@Nullable T value, @Nullable Instant asOf, boolean stale, @Nullable Throwable failure) {

	static <T> Outcome<T> fresh(Known<T> known) {
		return new Outcome<>(known.value(), known.asOf(), false, null);
	}

	static <T> Outcome<T> stale(Known<T> known, Throwable failure) {
		return new Outcome<>(known.value(), known.asOf(), true, failure);
	}

	static <T> Outcome<T> failed(Throwable failure) {
		return new Outcome<>(null, null, false, failure);
	}

	/**
	 * Nobody asked.
	 * @param <T> the type of the value
	 * @return no value, and no failure
	 */
	static <T> Outcome<T> none() {
		return new Outcome<>(null, null, false, null);
	}

	/**
	 * Why there is no value.
	 * @return the failure, {@code null} if there is a value or nobody asked
	 */
	@Nullable Throwable missing() {
		return (this.stale) ? null : this.failure;
	}

	/**
	 * The value, when nothing makes sense without it.
	 * @return the value
	 */
	T required() {
		if (this.value == null && this.failure != null) {
			throw Exceptions.propagate(this.failure);
		}
		return Objects.requireNonNull(this.value);
	}

	<R> Outcome<R> map(Function<? super T, ? extends @Nullable R> mapper) {
		return new Outcome<>((this.value != null) ? mapper.apply(this.value) : null, this.asOf, this.stale,
				this.failure);
	}

}
