/**
 * What the tests of several packages share.
 */
@NullMarked
package io.tgr.common;

import org.jspecify.annotations.NullMarked;
