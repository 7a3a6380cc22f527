package io.tgr.common.github;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What Redis is told of a replica's share.
 *
 * @param arguments the arguments of the script
 * @param reserves whether one is to be taken off
 * @param taken is told when it is; {@code false} if nobody wants it any more
 * @param seen what GitHub said by then
 * @param alone how many were taken alone by then
 * @param ended whether it is known how it ended
 */
record ShareReport(List<String> arguments, boolean reserves, BooleanSupplier taken, @Nullable RateLimit seen,
		long alone, AtomicBoolean ended) {

	/**
	 * Ends it, unless it has ended.
	 * @return {@code true} once
	 */
	boolean end() {
		return this.ended.compareAndSet(false, true);
	}

}
