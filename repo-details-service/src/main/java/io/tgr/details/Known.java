package io.tgr.details;

import java.time.Instant;

/**
 * Something GitHub said.
 *
 * @param value what it said
 * @param asOf when it was asked
 * @param <T> the type of the value
 */
record Known<T>(T value, Instant asOf) {

}
