package io.tgr.common.github;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * What Redis is told of a replica's share.
 *
 * @param arguments the arguments of the script
 * @param wanted for whom one is taken off, {@code none} if for nobody
 * @param seen what GitHub said by then
 * @param ended whether it is known how it ended
 */
record ShareReport(List<String> arguments, String wanted, @Nullable RateLimit seen, AtomicBoolean ended) {

}
