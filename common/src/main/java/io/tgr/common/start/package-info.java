/**
 * What every start shares: defaults, {@code .env}, the settings that people meet.
 */
@NullMarked
package io.tgr.common.start;

import org.jspecify.annotations.NullMarked;
