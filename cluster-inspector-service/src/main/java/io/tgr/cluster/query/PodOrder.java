package io.tgr.cluster.query;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodKey;

/**
 * The order of rows: what is ordered by, then namespace and name.
 *
 * @param sort what is ordered by
 * @param reversed whether it is turned round; what has no value stays last
 */
public record PodOrder(PodSort sort, boolean reversed) {

	static PodOrder parse(String text) {
		boolean reversed = text.startsWith("-");
		String id = (reversed) ? text.substring(1) : text;
		return new PodOrder(PodSort.values()[PodSort.IDS.indexOf(id)], reversed);
	}

	/**
	 * Whether it rests on usage, which not everybody may see.
	 * @return whether it does
	 */
	public boolean byUsage() {
		return this.sort.byUsage();
	}

	boolean byName() {
		return this.sort == PodSort.NAME;
	}

	Comparator<Place> comparator() {
		Comparator<Place> names = Comparator.comparing(Place::key, PodOrder::compareKeys);
		if (byName()) {
			return (this.reversed) ? names.reversed() : names;
		}
		Comparator<Object> values = PodOrder::compare;
		return Comparator.comparing(Place::value, Comparator.nullsLast((this.reversed) ? values.reversed() : values))
			.thenComparing(names);
	}

	String id() {
		return ((this.reversed) ? "-" : "") + this.sort.id();
	}

	/**
	 * Compares as the API server orders its keys, and kubectl its rows: {@code a-b/} is
	 * before {@code a/}.
	 */
	static int compareKeys(PodKey one, PodKey other) {
		String first = one.namespace();
		String second = other.namespace();
		if (first.equals(second)) {
			return one.name().compareTo(other.name());
		}
		int length = Math.min(first.length(), second.length());
		if (first.regionMatches(0, second, 0, length)) {
			return (first.length() == length) ? Character.compare('/', second.charAt(length))
					: Character.compare(first.charAt(length), '/');
		}
		return first.compareTo(second);
	}

	private static int compare(@Nullable Object one, @Nullable Object other) {
		return (one instanceof Long figure) ? figure.compareTo((Long) other)
				: String.valueOf(one).compareTo(String.valueOf(other));
	}

}
