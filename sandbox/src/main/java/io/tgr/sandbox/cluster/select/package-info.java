/**
 * Label and field selectors, in the API server's grammar and words.
 */
@NullMarked
package io.tgr.sandbox.cluster.select;

import org.jspecify.annotations.NullMarked;
