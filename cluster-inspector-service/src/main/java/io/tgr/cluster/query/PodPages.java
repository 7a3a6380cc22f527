package io.tgr.cluster.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.access.View;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.watch.Owners;
import io.tgr.cluster.watch.PodCache;

/**
 * Finds the pods that are asked for, and pages among them by their place in the order, so
 * that rows that come and go shift no page.
 */
@Component
public final class PodPages {

	private final PodCache cache;

	private final Owners owners;

	private final ContinueTokens tokens;

	PodPages(PodCache cache, Owners owners, ContinueTokens tokens) {
		this.cache = cache;
		this.owners = owners;
		this.tokens = tokens;
	}

	/**
	 * All pods of a filter that a caller may see, by namespace and name.
	 * @param filter which pods
	 * @param view what the caller may see
	 * @return the rows
	 */
	public Stream<PodRow> rows(PodFilter filter, View view) {
		Collection<String> where = (!filter.namespaces().isEmpty()) ? filter.namespaces() : view.namespaces();
		return this.cache.rows(where)
			.filter((row) -> view.sees(row.key().namespace()) && filter.matches(row, this.owners));
	}

	/**
	 * Where pods of a filter may be that a caller may see.
	 * @param filter which pods
	 * @param view what the caller may see
	 * @return the namespaces
	 */
	public Collection<String> namespaces(PodFilter filter, View view) {
		if (!filter.namespaces().isEmpty()) {
			return filter.namespaces();
		}
		return (view.namespaces() != null) ? view.namespaces() : this.cache.namespaces();
	}

	/**
	 * The page that is asked for.
	 * @param query what is asked for
	 * @param view what the caller may see
	 * @param usage what a pod uses, if the caller may see that
	 * @return the page
	 */
	public PodPage page(PodQuery query, View view, Function<PodRow, @Nullable Resources> usage) {
		Comparator<Place> order = query.order().comparator();
		Best best = new Best(order, query.limit() + 1);
		int total = 0;
		for (PodRow row : (Iterable<PodRow>) rows(query.filter(), view)::iterator) {
			total++;
			Place place = new Place(query.order().sort().value(row, usage), row.key());
			if (query.after() == null || order.compare(place, query.after()) > 0) {
				best.offer(new Placed(place, row));
			}
		}
		return page(query, best.inOrder(), total);
	}

	private PodPage page(PodQuery query, List<Placed> found, int total) {
		boolean more = found.size() > query.limit();
		List<Placed> page = (more) ? found.subList(0, query.limit()) : found;
		String next = (more) ? this.tokens.write(page.get(page.size() - 1).place(), query.text()) : null;
		return new PodPage(page.stream().map(Placed::row).toList(), total, next);
	}

	/**
	 * A row and its place.
	 *
	 * @param place its place
	 * @param row the row
	 */
	private record Placed(Place place, PodRow row) {

	}

	/**
	 * The first few of many.
	 */
	private static final class Best {

		private final Comparator<Placed> order;

		private final PriorityQueue<Placed> lastFirst;

		private final int size;

		Best(Comparator<Place> order, int size) {
			this.order = Comparator.comparing(Placed::place, order);
			this.lastFirst = new PriorityQueue<>(this.order.reversed());
			this.size = size;
		}

		void offer(Placed row) {
			if (this.lastFirst.size() < this.size) {
				this.lastFirst.add(row);
			}
			else if (this.order.compare(row, this.lastFirst.element()) < 0) {
				this.lastFirst.remove();
				this.lastFirst.add(row);
			}
		}

		List<Placed> inOrder() {
			List<Placed> rows = new ArrayList<>(this.lastFirst);
			rows.sort(this.order);
			return rows;
		}

	}

}
