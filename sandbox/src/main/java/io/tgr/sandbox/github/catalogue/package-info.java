/** Real repositories and their real stars, as GitHub would show them on a given day. */
@NullMarked
package io.tgr.sandbox.github.catalogue;

import org.jspecify.annotations.NullMarked;
