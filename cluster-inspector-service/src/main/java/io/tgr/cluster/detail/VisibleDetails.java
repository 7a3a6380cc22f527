package io.tgr.cluster.detail;

import io.tgr.cluster.row.VisibleParts;

/**
 * What of a pod a caller may see.
 *
 * @param parts events and usage
 * @param logs whether he may read its logs
 */
record VisibleDetails(VisibleParts parts, boolean logs) {

}
