package io.tgr.common.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Hands on what others changed. Who reads too slowly is told to read again instead.
 */
final class ChangeFeed {

	private final Set<Reader> readers = new CopyOnWriteArraySet<>();

	Flux<StoreChange> changes(String prefix) {
		return Flux.create((sink) -> {
			Reader reader = new Reader(prefix, sink);
			sink.onRequest((more) -> reader.catchUp());
			sink.onDispose(() -> this.readers.remove(reader));
			this.readers.add(reader);
		}, FluxSink.OverflowStrategy.BUFFER);
	}

	void tell(StoreChange change) {
		this.readers.forEach((reader) -> reader.tell(change));
	}

	/**
	 * One who wants to know.
	 */
	private static final class Reader {

		private final String prefix;

		private final FluxSink<StoreChange> sink;

		private boolean missed;

		Reader(String prefix, FluxSink<StoreChange> sink) {
			this.prefix = prefix;
			this.sink = sink;
		}

		synchronized void tell(StoreChange change) {
			List<String> keys = change.keys().stream().filter((key) -> key.startsWith(this.prefix)).toList();
			if (change.kind() != StoreChange.Kind.RESYNC && keys.isEmpty()) {
				return;
			}
			if (this.sink.requestedFromDownstream() > 0 && !this.missed) {
				this.sink.next(new StoreChange(change.kind(), keys));
			}
			else {
				this.missed = true;
				catchUp();
			}
		}

		synchronized void catchUp() {
			if (this.missed && this.sink.requestedFromDownstream() > 0) {
				this.missed = false;
				this.sink.next(StoreChange.RESYNC);
			}
		}

	}

}
