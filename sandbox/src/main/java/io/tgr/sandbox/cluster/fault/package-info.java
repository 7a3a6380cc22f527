/**
 * Trouble on demand, and the calls that arrived.
 */
@NullMarked
package io.tgr.sandbox.cluster.fault;

import org.jspecify.annotations.NullMarked;
