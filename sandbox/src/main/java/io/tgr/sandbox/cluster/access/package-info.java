/**
 * Tokens, rules, and the reviews that tell of them.
 */
@NullMarked
package io.tgr.sandbox.cluster.access;

import org.jspecify.annotations.NullMarked;
