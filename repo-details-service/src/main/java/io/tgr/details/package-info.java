/**
 * Everything about one repository.
 */
@NullMarked
package io.tgr.details;

import org.jspecify.annotations.NullMarked;
