/**
 * What every service's HTTP side shares: problem details, request ids, inbound limits.
 */
@NullMarked
package io.tgr.common.web;

import org.jspecify.annotations.NullMarked;
