package io.tgr.sandbox.cluster.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The watches that are open. */
@Component
public class OpenWatches {

	private final Set<Sinks.Empty<Void>> open = ConcurrentHashMap.newKeySet();

	/** Cut the connections of all watches. */
	public void drop() {
		this.open.forEach((end) -> end.tryEmitError(new WatchDroppedException()));
	}

	/**
	 * How many there are.
	 * @return the number of open watches
	 */
	public int count() {
		return this.open.size();
	}

	<T> Flux<T> count(Flux<T> watch) {
		return Flux.defer(() -> {
			Sinks.Empty<Void> end = Sinks.empty();
			this.open.add(end);
			return watch.takeUntilOther(end.asMono()).doFinally((signal) -> this.open.remove(end));
		});
	}

	/**
	 * A watch is cut on demand.
	 */
	static final class WatchDroppedException extends RuntimeException {

		WatchDroppedException() {
			super("The watch was dropped on demand", null, false, false);
		}

	}

}
