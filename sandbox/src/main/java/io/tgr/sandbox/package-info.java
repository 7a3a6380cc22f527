/**
 * Stand-ins for the outside world.
 */
@NullMarked
package io.tgr.sandbox;

import org.jspecify.annotations.NullMarked;
