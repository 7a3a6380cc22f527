/**
 * Which pods are asked for, and in which order.
 */
@NullMarked
package io.tgr.cluster.query;

import org.jspecify.annotations.NullMarked;
