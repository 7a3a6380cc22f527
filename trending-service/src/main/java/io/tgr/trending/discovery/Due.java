package io.tgr.trending.discovery;

/**
 * Why a repository is to be measured.
 *
 * @param sweep the sweep it counts for
 * @param lane the kind of work it is
 */
record Due(Sweep sweep, PlanLane lane) {

}
