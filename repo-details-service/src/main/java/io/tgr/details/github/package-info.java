/**
 * GitHub's repository endpoints as this service sees them.
 */
@NullMarked
package io.tgr.details.github;

import org.jspecify.annotations.NullMarked;
