/**
 * What every service's description of its API says of the records that are its answers.
 */
@NullMarked
package io.tgr.common.openapi;

import org.jspecify.annotations.NullMarked;
