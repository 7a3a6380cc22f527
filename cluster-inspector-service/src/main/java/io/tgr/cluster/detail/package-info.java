/**
 * One pod in full, and why its containers died.
 */
@NullMarked
package io.tgr.cluster.detail;

import org.jspecify.annotations.NullMarked;
