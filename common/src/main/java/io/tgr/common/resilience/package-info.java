/**
 * Around every neighbour: time limiter, bulkhead, circuit breaker, retry, in this order.
 */
@NullMarked
package io.tgr.common.resilience;

import org.jspecify.annotations.NullMarked;
