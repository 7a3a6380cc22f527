package io.tgr.sandbox.github.rest;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which part of a list is asked for.
 *
 * @param number the page, from 1
 * @param size items a page
 */
public record Page(int number, int size) {

	/** Items a page where none are asked for. */
	private static final int USUAL = 30;

	/**
	 * Read {@code page} and {@code per_page} as leniently as GitHub.
	 * @param request the request
	 * @param largest the most items a page
	 * @return the page
	 */
	public static Page of(ServerRequest request, int largest) {
		return new Page(positive(request.queryParam("page").orElse(null), 1),
				Math.min(largest, positive(request.queryParam("per_page").orElse(null), USUAL)));
	}

	/**
	 * How many items come before this page.
	 * @return the number of items to skip
	 */
	public int offset() {
		return (int) Math.min(Integer.MAX_VALUE, (this.number - 1L) * this.size);
	}

	/**
	 * This page's part of a list.
	 * @param all every item
	 * @param <T> the type of the items
	 * @return the items of this page, none past the end
	 */
	public <T> List<T> of(List<T> all) {
		int from = Math.min(offset(), all.size());
		return all.subList(from, Math.min(all.size(), from + this.size));
	}

	/**
	 * The {@code Link} header.
	 * @param url the list's URL without a query
	 * @param query the query of the request
	 * @param total how many items there are on all pages
	 * @return links as GitHub orders them, empty when everything is on one page
	 */
	public String links(String url, @Nullable String query, int total) {
		int last = Math.max(1, (total + this.size - 1) / this.size);
		List<String> links = new ArrayList<>();
		if (this.number > 1) {
			links.add(link(url, query, Math.min(this.number - 1, last), "prev"));
		}
		if (this.number < last) {
			links.add(link(url, query, this.number + 1, "next"));
			links.add(link(url, query, last, "last"));
		}
		if (this.number > 1) {
			links.add(link(url, query, 1, "first"));
		}
		return String.join(", ", links);
	}

	private static String link(String url, @Nullable String query, int number, String relation) {
		List<String> parameters = new ArrayList<>();
		boolean placed = false;
		for (String parameter : (query != null && !query.isEmpty()) ? query.split("&") : new String[0]) {
			boolean page = parameter.startsWith("page=");
			placed |= page;
			parameters.add(page ? "page=" + number : parameter);
		}
		if (!placed) {
			parameters.add("page=" + number);
		}
		return "<" + url + "?" + String.join("&", parameters) + ">; rel=\"" + relation + "\"";
	}

	private static int positive(@Nullable String value, int otherwise) {
		if (value == null || !value.matches("\\d{1,9}")) {
			return otherwise;
		}
		int number = Integer.parseInt(value);
		return (number > 0) ? number : otherwise;
	}

}
