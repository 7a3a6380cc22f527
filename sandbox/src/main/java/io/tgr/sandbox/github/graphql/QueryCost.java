package io.tgr.sandbox.github.graphql;

/**
 * What GitHub reckons a query to cost before it runs.
 *
 * @param requests calls needed to fill each connection to its brim
 * @param nodes how many nodes it may return
 */
record QueryCost(long requests, long nodes) {

	private static final long REQUESTS_PER_POINT = 100;

	int points() {
		long rounded = (this.requests + REQUESTS_PER_POINT / 2) / REQUESTS_PER_POINT;
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, rounded));
	}

	QueryCost plus(long moreRequests, long moreNodes) {
		return new QueryCost(this.requests + moreRequests, this.nodes + moreNodes);
	}

}
