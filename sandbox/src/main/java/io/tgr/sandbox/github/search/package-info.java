/** Searching repositories by qualifiers and words. */
@NullMarked
package io.tgr.sandbox.github.search;

import org.jspecify.annotations.NullMarked;
