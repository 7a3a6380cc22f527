package io.tgr.common.github;

/**
 * What one replica has spent of a shared rate limit. Totals, so that they may be told
 * again.
 *
 * @param underway calls that are reserved or have left
 * @param spent calls that GitHub counted and did not tell of
 * @param spentBefore how many of them before the present window
 * @param known whether Redis has ever answered
 */
record ShareCounts(int underway, long spent, long spentBefore, boolean known) {

}
