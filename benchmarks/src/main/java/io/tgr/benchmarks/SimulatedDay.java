package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.access.CallLog;
import io.tgr.trending.TrendingServiceApplication;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * The sandbox, repo-details and trending in one JVM, all on the same faster time. The
 * newest day of the data is the one that ends at the midnight this day crosses.
 */
final class SimulatedDay implements AutoCloseable {

	/**
	 * The newest day of the data.
	 */
	static final LocalDate NEWEST = LocalDate.of(2026, 11, 21);

	static final Instant START = Instant.parse("2026-11-21T20:00:00Z");

	private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

	private static final List<String> OTHER_CREDENTIALS = List.of("CLIENT_ID", "CLIENT_SECRET", "GITHUB_APP_ID",
			"GITHUB_APP_INSTALLATION_ID", "GITHUB_APP_PRIVATE_KEY", "GITHUB_APP_PRIVATE_KEY_FILE");

	private final FastTime time;

	private final GithubSandbox sandbox;

	private final SimulatedService details;

	private final SimulatedService trending;

	private SimulatedDay(FastTime time, GithubSandbox sandbox) {
		this.time = time;
		this.sandbox = sandbox;
		Map<String, String> github = new HashMap<>();
		OTHER_CREDENTIALS.forEach((name) -> github.put(name, ""));
		github.put("GITHUB_TOKEN", "sandbox-token");
		github.put("GITHUB_API_URL", sandbox.url().toString());
		this.details = SimulatedService.start(RepoDetailsServiceApplication.class, time, github);
		github.put("REPO_DETAILS_URL", this.details.url().toString());
		this.trending = SimulatedService.start(TrendingServiceApplication.class, time, github);
	}

	static SimulatedDay start() throws IOException, InterruptedException {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		FastTime time = new FastTime(AFTER_MIDNIGHT);
		return time.slowly(() -> {
			GithubSandbox sandbox = GithubSandbox.builder().clock(time.clock()).start();
			time.moveTo(START);
			return new SimulatedDay(time, sandbox);
		});
	}

	FastTime time() {
		return this.time;
	}

	CallLog.CallCounts calls() {
		return this.sandbox.calls();
	}

	URI trending() {
		return this.trending.url();
	}

	/**
	 * The languages that are kept current unasked.
	 * @param count how many of them
	 * @return their names
	 */
	List<String> languages(int count) {
		return this.trending.bean(Languages.class).byShare(count).stream().map(Language::name).toList();
	}

	@Override
	public void close() {
		this.time.close();
		this.trending.close();
		this.details.close();
		this.sandbox.close();
	}

}
