/**
 * All of tgr in one JVM.
 */
@NullMarked
package io.tgr.local;

import org.jspecify.annotations.NullMarked;
