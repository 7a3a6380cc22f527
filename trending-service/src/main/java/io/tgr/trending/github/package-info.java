/**
 * GitHub's search endpoint as seen by this service.
 */
@NullMarked
package io.tgr.trending.github;

import org.jspecify.annotations.NullMarked;
