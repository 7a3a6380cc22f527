package io.tgr.local;

import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.tgr.trending.discovery.SweepProgress;

/**
 * Says now and then how far the first sweep has come, until it is complete. Every line
 * names the gateway too, so that the last one always does.
 */
final class SweepReport implements AutoCloseable {

	private static final int FIRST_SECONDS = 5;

	private static final int PACE_SECONDS = 15;

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "sweep-report");
		thread.setDaemon(true);
		return thread;
	});

	private final SweepProgress progress;

	private final PrintStream out;

	private final URI gateway;

	private int reported = -1;

	SweepReport(SweepProgress progress, PrintStream out, URI gateway) {
		this.progress = progress;
		this.out = out;
		this.gateway = gateway;
	}

	void start() {
		this.scheduler.scheduleWithFixedDelay(this::report, FIRST_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
	}

	void report() {
		int swept = this.progress.languagesSwept();
		if (swept != this.reported) {
			this.reported = swept;
			this.out.println(line(swept));
		}
		if (this.progress.firstSweepComplete()) {
			this.scheduler.shutdown();
		}
	}

	private String line(int swept) {
		String sweep = (this.progress.firstSweepComplete()) ? "first sweep complete"
				: "first sweep: %d of %d languages".formatted(swept, this.progress.languagesTotal());
		return String.format(Locale.ROOT, "tgr is ready: %s (%s; %,d repositories found, %,d measured)", this.gateway,
				sweep, this.progress.candidates(), this.progress.measured());
	}

	@Override
	public void close() {
		this.scheduler.shutdownNow();
	}

}
