package io.tgr.trending.memory;

import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import io.tgr.common.store.Fence;
import io.tgr.common.store.KeyValueStore;

/**
 * Whether this replica is the one that refreshes. Of a store that nobody shares it always
 * is.
 */
public final class Leadership implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Leadership.class);

	private static final String LEASE = "refresher";

	private final KeyValueStore store;

	private final boolean candidate;

	private final Sinks.Many<Optional<Fence>> turns = Sinks.many().replay().latestOrDefault(Optional.empty());

	private volatile Optional<Fence> fence = Optional.empty();

	private volatile @Nullable Disposable running;

	/**
	 * Creates it; nothing happens before the start.
	 * @param store whose lease it is
	 * @param refreshes whether this replica refreshes at all
	 * @param registry where to tell who leads
	 */
	public Leadership(KeyValueStore store, boolean refreshes, MeterRegistry registry) {
		this.store = store;
		this.candidate = refreshes || !store.shared();
		Gauge.builder("tgr.refresher.leader", this, (self) -> (self.fence.isPresent()) ? 1 : 0)
			.description("1 on the replica that refreshes in the background, 0 on the others")
			.register(registry);
	}

	/**
	 * What the lease was won with.
	 * @return the fence, empty while another replica holds it or nobody can tell
	 */
	public Optional<Fence> fence() {
		return this.fence;
	}

	/**
	 * Whose turn it is, now and whenever that changes.
	 * @return {@code true} while it is this replica's
	 */
	public Flux<Boolean> turns() {
		return this.turns.asFlux().map(Optional::isPresent).distinctUntilChanged();
	}

	@Override
	public int getPhase() {
		return Memory.PHASE - 10;
	}

	@Override
	public void start() {
		if (this.candidate) {
			this.running = this.store.leases()
				.hold(LEASE)
				.doFinally((end) -> turn(Optional.empty()))
				.subscribe(this::turn, (failure) -> logger.error("Nobody can tell any more who refreshes", failure));
		}
	}

	@Override
	public void stop() {
		Disposable held = this.running;
		this.running = null;
		if (held != null) {
			held.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	private void turn(Optional<Fence> next) {
		boolean leads = next.isPresent();
		if (this.store.shared() && leads != this.fence.isPresent()) {
			logger.info((leads) ? "This replica refreshes from now on" : "This replica does not refresh any more");
		}
		this.fence = next;
		this.turns.emitNext(next, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
	}

}
