/**
 * Outbound policy: user agent, timeouts, size limits.
 */
@NullMarked
package io.tgr.common.http;

import org.jspecify.annotations.NullMarked;
