/**
 * Conditional requests: entity tags of what is sent.
 */
@NullMarked
package io.tgr.sandbox.github.conditional;

import org.jspecify.annotations.NullMarked;
