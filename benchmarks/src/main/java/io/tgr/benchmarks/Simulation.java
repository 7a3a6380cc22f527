package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.access.CallLog;
import io.tgr.sandbox.github.fault.FaultRule;
import io.tgr.trending.TrendingServiceApplication;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * The sandbox, repo-details and trending in one JVM, all on the same faster time. The
 * newest day of the data is {@link #NEWEST}, and whatever came before it can be lived
 * through.
 */
final class Simulation implements AutoCloseable {

	/**
	 * The newest day of the data.
	 */
	static final LocalDate NEWEST = LocalDate.of(2026, 11, 21);

	/**
	 * When {@link #NEWEST} ends.
	 */
	static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

	private static final List<String> OTHER_CREDENTIALS = List.of("CLIENT_ID", "CLIENT_SECRET", "GITHUB_APP_ID",
			"GITHUB_APP_INSTALLATION_ID", "GITHUB_APP_PRIVATE_KEY", "GITHUB_APP_PRIVATE_KEY_FILE");

	private final FastTime time;

	private final GithubSandbox sandbox;

	private final SimulatedService details;

	private final SimulatedService trending;

	private Simulation(FastTime time, GithubSandbox sandbox) {
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

	/**
	 * Starts all of it.
	 * @param time the time, which stands at {@link #AFTER_MIDNIGHT}
	 * @param start the moment to begin at
	 * @return what was started
	 */
	static Simulation start(FastTime time, Instant start) throws IOException, InterruptedException {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		// The timers of delays and time limits.
		Schedulers.setFactory(new Schedulers.Factory() {
			@Override
			public Scheduler newParallel(int parallelism, ThreadFactory threads) {
				return time.scheduler();
			}
		});
		return time.slowly(() -> {
			GithubSandbox sandbox = GithubSandbox.builder().clock(time.clock()).start();
			time.moveTo(start);
			return new Simulation(time, sandbox);
		});
	}

	FastTime time() {
		return this.time;
	}

	CallLog.CallCounts calls() {
		return this.sandbox.calls();
	}

	void faults(FaultRule... rules) {
		this.sandbox.faults(rules);
	}

	<T> T bean(Class<T> type) {
		return this.trending.bean(type);
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
