/**
 * Answers and Status errors in the API server's shapes.
 */
@NullMarked
package io.tgr.sandbox.cluster.answer;

import org.jspecify.annotations.NullMarked;
