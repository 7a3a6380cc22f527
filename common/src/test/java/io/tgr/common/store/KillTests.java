package io.tgr.common.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KillTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** What is acknowledged longer ago than this is never lost. */
	private static final long SECONDS = 2;

	@TempDir
	private Path directory;

	@Test
	void aKilledProcessLosesSecondsAtMostAndNothingIsTorn() throws Exception {
		long next = 1;
		Map<String, Long> seen = new HashMap<>();
		for (int millis : new int[] { 2600, 3100, 3700, 4400 }) {
			Acknowledged acknowledged = writeAndKill(next, millis);
			assertThat(acknowledged.last()).as("something was written").isGreaterThan(next);
			EmbeddedStore store = Writer.open(this.directory.toString());
			store.start();
			List<StoredEntry> entries = store.scan("k/").collectList().block(PATIENCE);
			store.stop();
			assertThat(entries).isNotNull().allMatch(Writer::isWhole);
			seen.clear();
			entries.forEach((entry) -> seen.put(entry.key(), entry.version()));
			long oldest = Math.max(1, acknowledged.safe() - Writer.KEYS + 1);
			for (long i = oldest; i <= acknowledged.safe(); i++) {
				assertThat(seen.get("k/" + i % Writer.KEYS)).as("write %d", i).isNotNull().isGreaterThanOrEqualTo(i);
			}
			next = entries.stream().mapToLong(StoredEntry::version).max().orElseThrow() + 1;
		}
	}

	private Acknowledged writeAndKill(long first, int millis) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=none", "-cp",
				System.getProperty("java.class.path"), Writer.class.getName(), this.directory.toString(),
				String.valueOf(first))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		long safe = first - 1;
		long last = first - 1;
		try (BufferedReader out = process.inputReader()) {
			long started = 0;
			while (started == 0 || System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(millis)) {
				String line = out.readLine();
				if (line == null) {
					break;
				}
				if (line.matches("\\d+")) {
					started = (started == 0) ? System.nanoTime() : started;
					last = Long.parseLong(line);
					boolean early = System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(millis)
							- TimeUnit.SECONDS.toNanos(SECONDS);
					safe = (early) ? last : safe;
				}
			}
			process.destroyForcibly().waitFor();
		}
		finally {
			process.destroyForcibly();
		}
		return new Acknowledged(safe, last);
	}

	private record Acknowledged(long safe, long last) {

	}

}
