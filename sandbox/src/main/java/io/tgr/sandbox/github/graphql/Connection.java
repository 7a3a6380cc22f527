package io.tgr.sandbox.github.graphql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, in the form of a connection.
 *
 * @param <T> what it holds
 * @param all what can be paged through
 * @param total how many there are altogether
 * @param edge what else an edge says of a node
 */
record Connection<T>(List<T> all, int total, Function<T, Map<String, Object>> edge) {

	private static final String CURSOR = "cursor:";

	static <T> Connection<T> of(List<T> all) {
		return new Connection<>(all, all.size(), (node) -> Map.of());
	}

	static Connection<Object> counted(int total) {
		return new Connection<>(List.of(), total, (node) -> Map.of());
	}

	Map<String, Object> page(DataFetchingEnvironment environment) {
		int from = Math.min(position(environment, "after", 0), this.all.size());
		int to = Math.max(from, Math.min(position(environment, "before", this.all.size() + 1) - 1, this.all.size()));
		Integer first = environment.getArgument("first");
		Integer last = environment.getArgument("last");
		if (first != null) {
			to = Math.min(to, from + Math.max(0, first));
		}
		else if (last != null) {
			from = Math.max(from, to - Math.max(0, last));
		}
		return page(from, to);
	}

	private Map<String, Object> page(int from, int to) {
		List<Map<String, Object>> edges = new ArrayList<>();
		for (int index = from; index < to; index++) {
			Map<String, Object> shown = new LinkedHashMap<>(this.edge.apply(this.all.get(index)));
			shown.put("cursor", cursor(index));
			shown.put("node", this.all.get(index));
			edges.add(shown);
		}
		Map<String, @Nullable Object> info = new LinkedHashMap<>();
		info.put("startCursor", (from < to) ? cursor(from) : null);
		info.put("endCursor", (from < to) ? cursor(to - 1) : null);
		info.put("hasNextPage", to < this.all.size());
		info.put("hasPreviousPage", from > 0);
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("totalCount", this.total);
		page.put("edges", edges);
		page.put("nodes", this.all.subList(from, to));
		page.put("pageInfo", info);
		return page;
	}

	private static String cursor(int index) {
		return Base64.getEncoder().encodeToString((CURSOR + (index + 1)).getBytes(StandardCharsets.UTF_8));
	}

	private static int position(DataFetchingEnvironment environment, String argument, int otherwise) {
		String cursor = environment.getArgument(argument);
		if (cursor == null) {
			return otherwise;
		}
		try {
			String plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
			return Math.max(0, Integer.parseInt(plain.replaceFirst(CURSOR, "")));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidCursorException(cursor);
		}
	}

}
