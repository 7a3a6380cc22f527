package io.tgr.cluster.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Resources;

/**
 * What rows can be ordered by. Figures are negated where the largest comes first.
 */
enum PodSort {

	/**
	 * Namespace and name, which also decide among equals of every other order.
	 */
	NAME(false, (row) -> null, (used) -> null),
	/**
	 * The youngest first.
	 */
	AGE(true, (row) -> -row.createdAt().getEpochSecond(), (used) -> null),
	/**
	 * The most first.
	 */
	RESTARTS(true, (row) -> -(long) row.state().restarts(), (used) -> null),
	/**
	 * By the alphabet.
	 */
	STATUS(false, (row) -> row.state().status(), (used) -> null),
	/**
	 * By the alphabet, pods without a node last.
	 */
	NODE(false, (row) -> row.placement().node(), (used) -> null),
	/**
	 * The most used first, what is not measured last.
	 */
	CPU(true, (row) -> null, Resources::cpuMillis),
	/**
	 * The most used first, what is not measured last.
	 */
	MEMORY(true, (row) -> null, Resources::memoryBytes);

	static final List<String> IDS = Arrays.stream(values()).map(PodSort::id).toList();

	private final boolean figure;

	private final Function<PodRow, @Nullable Object> ofRow;

	private final Function<Resources, @Nullable Long> ofUsage;

	PodSort(boolean figure, Function<PodRow, @Nullable Object> ofRow, Function<Resources, @Nullable Long> ofUsage) {
		this.figure = figure;
		this.ofRow = ofRow;
		this.ofUsage = ofUsage;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean byUsage() {
		return this == CPU || this == MEMORY;
	}

	// A Long for a figure, else a String.
	@Nullable Object value(PodRow row, Function<PodRow, @Nullable Resources> usage) {
		if (!byUsage()) {
			return this.ofRow.apply(row);
		}
		Resources used = usage.apply(row);
		Long figure = (used != null) ? this.ofUsage.apply(used) : null;
		return (figure != null) ? Long.valueOf(-figure) : null;
	}

	Object parse(String value) {
		return (this.figure) ? (Object) Long.valueOf(value) : value;
	}

}
