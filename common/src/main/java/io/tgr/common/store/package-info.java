/**
 * What outlives a process: keys to bytes, on disk or in Redis, and who may write.
 */
@NullMarked
package io.tgr.common.store;

import org.jspecify.annotations.NullMarked;
