/**
 * Measures cluster-inspector-service against a real API server.
 */
@NullMarked
package io.tgr.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
