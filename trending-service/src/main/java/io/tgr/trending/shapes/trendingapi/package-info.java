/**
 * The shape of the old github-trending-api, for clients that it left behind.
 */
@NullMarked
package io.tgr.trending.shapes.trendingapi;

import org.jspecify.annotations.NullMarked;
