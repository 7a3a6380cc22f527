/**
 * Discovery, lists, single objects, logs and usage.
 */
@NullMarked
package io.tgr.sandbox.cluster.api;

import org.jspecify.annotations.NullMarked;
