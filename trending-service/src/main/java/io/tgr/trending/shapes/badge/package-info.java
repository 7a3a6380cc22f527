/**
 * Where one repository stands, as a badge to embed.
 */
@NullMarked
package io.tgr.trending.shapes.badge;

import org.jspecify.annotations.NullMarked;
