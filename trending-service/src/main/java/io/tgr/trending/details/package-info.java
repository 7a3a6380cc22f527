/**
 * The repo-details service as seen by this one.
 */
@NullMarked
package io.tgr.trending.details;

import org.jspecify.annotations.NullMarked;
