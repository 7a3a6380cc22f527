package io.tgr.sandbox.cluster.watch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The watches that are open. */
@Component
public class OpenWatches implements SmartLifecycle {

	private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

	private volatile boolean running;

	/** Cut the connections of all watches. */
	public void drop() {
		this.open.forEach(Runnable::run);
	}

	/**
	 * How many there are.
	 * @return the number of open watches
	 */
	public int count() {
		return this.open.size();
	}

	@Override
	public void start() {
		this.running = true;
	}

	// Before the web server stops, which would wait for them.
	@Override
	public void stop() {
		this.running = false;
		drop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	<T> Flux<T> count(Flux<T> watch, Runnable cut) {
		return watch.doOnSubscribe((subscription) -> this.open.add(cut)).doFinally((signal) -> this.open.remove(cut));
	}

}
