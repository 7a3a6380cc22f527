/**
 * A GitHub to develop and test against: real facts, GitHub's shapes, limits and faults.
 */
@NullMarked
package io.tgr.sandbox.github;

import org.jspecify.annotations.NullMarked;
