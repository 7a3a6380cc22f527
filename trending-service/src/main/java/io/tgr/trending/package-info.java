/**
 * What is trending on GitHub: found, measured, ranked.
 */
@NullMarked
package io.tgr.trending;

import org.jspecify.annotations.NullMarked;
