/**
 * GitHub's errors, and how to make them happen.
 */
@NullMarked
package io.tgr.sandbox.github.fault;

import org.jspecify.annotations.NullMarked;
