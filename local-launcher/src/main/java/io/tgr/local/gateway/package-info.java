/**
 * A gateway that routes as Ambassador would, by the Mapping manifests of the deployment.
 */
@NullMarked
package io.tgr.local.gateway;

import org.jspecify.annotations.NullMarked;
