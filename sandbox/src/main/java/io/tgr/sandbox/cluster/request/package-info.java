/**
 * What a request asks for, as the API server reads its path.
 */
@NullMarked
package io.tgr.sandbox.cluster.request;

import org.jspecify.annotations.NullMarked;
