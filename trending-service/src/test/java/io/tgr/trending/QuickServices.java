package io.tgr.trending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;

/**
 * As many trending-services as a test wants, with one repo-details and a sandbox that
 * sets no limits: a first sweep of one language takes seconds.
 */
final class QuickServices implements AutoCloseable {

	static final int LANGUAGES = 1;

	private final GithubSandbox sandbox = GithubSandbox.builder().buckets(false).secondaryLimits(false).start();

	private final ApiClient github = new ApiClient(this.sandbox.url().getPort());

	private final List<AutoCloseable> running = new ArrayList<>();

	private final String details;

	QuickServices() {
		List<String> settings = common();
		settings.addAll(List.of("--server.port=0", "--tgr.store.path="));
		this.details = port(start(RepoDetailsServiceApplication.class, settings));
	}

	/**
	 * Starts the service in this process.
	 */
	ConfigurableApplicationContext trending(String... own) {
		List<String> settings = settings("100000", own);
		settings.add("--server.port=0");
		return start(TrendingServiceApplication.class, settings);
	}

	/**
	 * Starts the service in a process that can be killed.
	 */
	ServiceProcess process(Path log, String measurementsPerMinute, String... own) {
		ServiceProcess process = ServiceProcess.start(log, settings(measurementsPerMinute, own));
		this.running.add(process);
		return process;
	}

	static ApiClient client(ConfigurableApplicationContext context) {
		return new ApiClient(Integer.parseInt(port(context)));
	}

	long calls() {
		return byPath().valueStream().mapToLong(JsonNode::asLong).sum();
	}

	long searches() {
		return byPath().path("search").asLong();
	}

	void forgetCalls() {
		this.github.request(HttpMethod.DELETE, "/_sandbox/calls").exchange();
	}

	/**
	 * How many calls came until none came for two seconds, forty looks at what is due.
	 */
	long awaitQuiet() {
		long[] last = { -1 };
		Awaitility.await().pollInterval(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(60)).until(() -> {
			long before = last[0];
			last[0] = calls();
			return last[0] == before;
		});
		return last[0];
	}

	@Override
	public void close() {
		for (int last = this.running.size() - 1; last >= 0; last--) {
			try {
				this.running.get(last).close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		this.sandbox.close();
	}

	private JsonNode byPath() {
		return this.github.get("/_sandbox/calls").get("byPath");
	}

	private ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.run(settings.toArray(String[]::new));
		this.running.add(context);
		return context;
	}

	private List<String> settings(String measurementsPerMinute, String... own) {
		List<String> settings = common();
		settings.addAll(List.of("--tgr.trending.details-url=http://127.0.0.1:" + this.details,
				"--tgr.trending.discovery.languages=" + LANGUAGES,
				"--tgr.trending.discovery.measurements-per-minute=" + measurementsPerMinute,
				"--tgr.trending.discovery.searches-per-minute=100000", "--tgr.trending.discovery.tick=50ms"));
		settings.addAll(List.of(own));
		return settings;
	}

	private List<String> common() {
		return new ArrayList<>(List.of("--server.address=127.0.0.1", "--tgr.github.url=" + this.sandbox.url(),
				"--tgr.github.token=sandbox-token", "--tgr.github.points-per-minute=1000000",
				"--tgr.inbound.requests-per-minute=0", "--management.metrics.use-global-registry=false"));
	}

	private static String port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port");
	}

}
