/**
 * GitHub's languages: names, aliases, and what was meant by a misspelt one.
 */
@NullMarked
package io.tgr.trending.language;

import org.jspecify.annotations.NullMarked;
