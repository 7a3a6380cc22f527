package io.tgr.trending.discovery;

import org.jspecify.annotations.Nullable;

/**
 * What the background may spend, derived from what GitHub allows.
 *
 * @param corePerDay measurements of a UTC day
 * @param coreAtMost measurements of one hour, however much is overdue
 * @param searchesPerHour repeated searches of an hour
 * @param searchesPerMinute the pace of all searches
 */
record HourlyBudget(int corePerDay, int coreAtMost, int searchesPerHour, int searchesPerMinute) {

	/**
	 * What is planned with where GitHub sets no limit: what an App gets at most.
	 */
	static final int UNLIMITED_CORE = 12_500;

	private static final int UNLIMITED_SEARCH = 30;

	private static final int HOURS = 24;

	private static final int MINUTES = 60;

	// A fifteenth of the share is left to what somebody asks for.
	private static final double PLANNED = 14 / 15.0;

	// As much of a bucket as the transport lets background work take.
	private static final double BURST = 0.8;

	private static final double PACE = 2 / 3.0;

	/**
	 * Derives the budget.
	 * @param core core calls an hour, {@code null} when unlimited
	 * @param search searches a minute, {@code null} when unlimited
	 * @param properties the share, and what was set by hand
	 * @return the budget
	 */
	static HourlyBudget of(@Nullable Integer core, @Nullable Integer search, DiscoveryProperties properties) {
		double share = properties.budgetShare();
		int coreLimit = (core != null) ? core : UNLIMITED_CORE;
		int searchLimit = (search != null) ? search : UNLIMITED_SEARCH;
		int perDay = (properties.measurementsPerDay() != null) ? properties.measurementsPerDay()
				: (int) Math.round(coreLimit * HOURS * share * PLANNED);
		int perMinute = (properties.searchesPerMinute() != null) ? properties.searchesPerMinute()
				: Math.max(1, (int) (searchLimit * PACE));
		return new HourlyBudget(perDay, Math.min(perDay, (int) (coreLimit * BURST)),
				Math.max(1, (int) (searchLimit * MINUTES * share)), perMinute);
	}

}
