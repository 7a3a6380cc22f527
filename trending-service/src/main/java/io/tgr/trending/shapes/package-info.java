/**
 * What the shapes of a ranking have in common; each has a package of its own.
 */
@NullMarked
package io.tgr.trending.shapes;

import org.jspecify.annotations.NullMarked;
