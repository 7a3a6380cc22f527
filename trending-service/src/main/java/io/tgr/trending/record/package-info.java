/**
 * How figures are written down in few bytes.
 */
@NullMarked
package io.tgr.trending.record;

import org.jspecify.annotations.NullMarked;
