/**
 * The shape of OSS Insight's trends, for clients that it left behind.
 */
@NullMarked
package io.tgr.trending.shapes.ossinsight;

import org.jspecify.annotations.NullMarked;
