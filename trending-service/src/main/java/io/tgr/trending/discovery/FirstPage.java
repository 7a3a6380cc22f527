package io.tgr.trending.discovery;

import io.tgr.trending.github.SearchPage;

/**
 * What later searches need of the page that showed the most starred repositories.
 *
 * @param total how many repositories the scope has
 * @param floor stars of the last one on the page
 */
record FirstPage(long total, long floor) {

	static FirstPage of(SearchPage page) {
		int last = page.candidates().size() - 1;
		return new FirstPage(page.total(), (last < 0) ? 1 : page.candidates().get(last).stars());
	}

}
