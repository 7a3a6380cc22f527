package io.tgr.trending.archive;

import java.util.List;
import java.util.Map;

import io.tgr.trending.ranking.Window;

/**
 * Where a repository stood on the days that are kept.
 *
 * @param windows one entry a day for each window, oldest first
 * @param read whether the store told; if not, there is nothing here
 */
public record RankHistory(Map<Window, List<RankedOn>> windows, boolean read) {

	static final RankHistory UNREAD = new RankHistory(Map.of(), false);

	/**
	 * Its places in one window.
	 * @param window which
	 * @return one entry a day, oldest first
	 */
	public List<RankedOn> in(Window window) {
		return this.windows.getOrDefault(window, List.of());
	}

}
