/**
 * Who may ask, how often, and what GitHub says about it.
 */
@NullMarked
package io.tgr.sandbox.github.access;

import org.jspecify.annotations.NullMarked;
