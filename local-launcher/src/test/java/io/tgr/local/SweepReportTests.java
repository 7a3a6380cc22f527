package io.tgr.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;

import org.junit.jupiter.api.Test;

import io.tgr.trending.discovery.SweepProgress;

import static org.assertj.core.api.Assertions.assertThat;

class SweepReportTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final Progress progress = new Progress();

	private final SweepReport report = new SweepReport(this.progress, new PrintStream(this.printed),
			URI.create("http://127.0.0.1:8080"));

	@Test
	void everyStepIsSaidOnceWithTheGatewaysUrl() {
		this.report.report();
		this.progress.swept = 1;
		this.report.report();
		this.report.report();
		assertThat(this.printed.toString().lines()).containsExactly(
				"tgr is ready: http://127.0.0.1:8080 (first sweep: 0 of 2 languages; 1,000 repositories found, 10 measured)",
				"tgr is ready: http://127.0.0.1:8080 (first sweep: 1 of 2 languages; 1,000 repositories found, 10 measured)");
	}

	@Test
	void theEndIsSaid() {
		this.progress.swept = 2;
		this.report.report();
		assertThat(this.printed.toString()).contains("(first sweep complete; 1,000 repositories found");
	}

	private static final class Progress implements SweepProgress {

		private int swept;

		@Override
		public int languagesTotal() {
			return 2;
		}

		@Override
		public int languagesSwept() {
			return this.swept;
		}

		@Override
		public int candidates() {
			return 1_000;
		}

		@Override
		public int measured() {
			return 10;
		}

	}

}
