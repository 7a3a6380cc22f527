package io.tgr.sandbox.cluster.life;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** Lets the cluster live: each step brings everything in it to the present time. */
@Component
@EnableConfigurationProperties(LifeProperties.class)
public class Life implements SmartLifecycle {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private final Clock clock;

	private final LifeProperties properties;

	private final List<Actor> actors;

	private volatile @Nullable Disposable running;

	Life(Clock clock, LifeProperties properties, Population population) {
		this.clock = clock;
		this.properties = properties;
		this.actors = population.settle(properties);
		step();
	}

	/** Live on to the present time. */
	public synchronized void step() {
		this.actors.forEach((actor) -> actor.act(this.clock.instant()));
	}

	@Override
	public void start() {
		this.running = this.properties.life()
				? Schedulers.boundedElastic()
					.schedulePeriodically(this::step, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS)
				: () -> {
				};
	}

	@Override
	public void stop() {
		Disposable present = this.running;
		if (present != null) {
			present.dispose();
			this.running = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
