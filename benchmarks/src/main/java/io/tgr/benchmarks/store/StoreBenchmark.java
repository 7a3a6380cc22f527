package io.tgr.benchmarks.store;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.trending.TrendingServiceApplication;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;

/**
 * Fills stores of several sizes with made-up repositories of 90 days each, and starts
 * trending-service on them as its pod does.
 */
public final class StoreBenchmark {

	private static final List<Integer> SIZES = List.of(0, 10_000, 100_000);

	private static final Pattern CANDIDATES = Pattern.compile("\"candidates\":(\\d+)");

	private static final int PAGE = 1_000;

	private static final Duration LIMIT = Duration.ofMinutes(5);

	public void run() throws IOException, InterruptedException {
		System.out.println("| repositories | file, MB | ready, s | in the pool | resident, MiB | at most |");
		System.out.println("| --- ".repeat(6) + "|");
		try (GithubSandbox sandbox = GithubSandbox.builder().start()) {
			for (int size : SIZES) {
				Path directory = Files.createTempDirectory("tgr-store");
				try {
					measure(size, directory, sandbox.url().toString());
				}
				finally {
					FileSystemUtils.deleteRecursively(directory);
				}
			}
		}
	}

	private static void measure(int size, Path directory, String github) throws IOException, InterruptedException {
		if (size > 0) {
			fill(size, directory, github);
		}
		double megabytes = bytes(directory) / 1e6;
		try (TrendingProcess trending = new TrendingProcess(Map.of("TGR_STORE_PATH", directory.toString(),
				"GITHUB_API_URL", github, "GITHUB_TOKEN", "sandbox-token", "REPO_DETAILS_URL", "http://127.0.0.1:9"))) {
			Duration ready = trending.awaitReady();
			String known = trending.get("/languages");
			for (String language : (size > 0) ? MadeUpRepositories.LANGUAGES : List.<String>of()) {
				for (String window : List.of("daily", "weekly", "monthly")) {
					trending.get("/trending?window=" + window + "&language="
							+ language.replace("+", "%2B").replace("#", "%23"));
				}
			}
			System.out.printf("| %,d | %.1f | %.1f | %,d | %d | %d |%n", size, megabytes, ready.toMillis() / 1e3,
					candidates(known), trending.mebibytes("VmRSS"), trending.mebibytes("VmHWM"));
		}
	}

	private static void fill(int size, Path directory, String github) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>();
		Map.of("tgr.store.path", directory.toString(), "tgr.trending.pool.max-repositories", "200000",
				"tgr.trending.discovery.refresh", "false", "GITHUB_API_URL", github, "GITHUB_TOKEN", "sandbox-token",
				"server.port", "0", "server.address", "127.0.0.1", "spring.config.location", root(),
				"management.metrics.use-global-registry", "false", "tgr.store.max-size", "512MB")
			.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(TrendingServiceApplication.class)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run(arguments.toArray(String[]::new))) {
			CandidatePool pool = service.getBean(CandidatePool.class);
			MadeUpRepositories made = new MadeUpRepositories(Instant.now());
			for (int from = 0; from < size; from += PAGE) {
				List<Candidate> page = Stream.iterate(from, (number) -> number + 1)
					.limit(PAGE)
					.map(made::candidate)
					.toList();
				made.sightings(page).forEach(pool::seen);
				page.forEach((candidate) -> pool.measured(candidate.fullName(), made.history()));
				awaitWritten(service.getBean(MeterRegistry.class), PAGE * 20);
			}
			awaitWritten(service.getBean(MeterRegistry.class), 0);
		}
	}

	private static void awaitWritten(MeterRegistry registry, int most) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (registry.get("tgr.memory.unwritten").gauge().value() > most) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("The store does not take what it should");
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	// The service's own application.yml: all services have one.
	private static String root() throws IOException {
		URL location = TrendingServiceApplication.class.getProtectionDomain().getCodeSource().getLocation();
		return (location.getPath().endsWith("/")) ? location.toString() : "jar:" + location + "!/";
	}

	private static long bytes(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	private static int candidates(String languages) {
		return CANDIDATES.matcher(languages).results().mapToInt((found) -> Integer.parseInt(found.group(1))).sum();
	}

}
