package io.tgr.cluster.watch;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.PodChange.Type;

/**
 * All rows at one moment.
 *
 * @param nowhere the position of who has not got all of them
 * @param head the position of who has
 * @param stale whether the rows were stale then
 * @param rows the rows
 */
record PodSnapshot(Position nowhere, Position head, boolean stale, List<PodRow> rows) {

	Iterator<PodChange> changes() {
		Stream<PodChange> sight = (this.stale) ? Stream.of(about(this.nowhere, Type.STALE)) : Stream.empty();
		return Stream
			.of(Stream.of(about(this.nowhere, Type.RESET)),
					this.rows.stream().map((row) -> new PodChange(this.nowhere, Type.ADDED, null, row)), sight,
					Stream.of(about(this.head, Type.BOOKMARK)))
			.flatMap((part) -> part)
			.iterator();
	}

	private static PodChange about(Position position, Type type) {
		return new PodChange(position, type, null, null);
	}

}
