/**
 * Pods as they leave: rows as JSON, and kubectl's table.
 */
@NullMarked
package io.tgr.cluster.row;

import org.jspecify.annotations.NullMarked;
