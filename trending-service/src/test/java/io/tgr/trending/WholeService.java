package io.tgr.trending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;

/**
 * The whole service, with repo-details and a GitHub that is the sandbox.
 */
final class WholeService implements AutoCloseable {

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private final Clock clock;

	private final GithubSandbox sandbox;

	private final ApiClient github;

	private final ApiClient details;

	private final ApiClient trending;

	WholeService(Clock clock, String... settings) {
		this.clock = clock;
		this.sandbox = GithubSandbox.builder().clock(clock).start();
		this.github = new ApiClient(this.sandbox.url().getPort());
		int detailsPort = start(RepoDetailsServiceApplication.class, settings);
		this.details = new ApiClient(detailsPort);
		List<String> own = new ArrayList<>(List.of(settings));
		own.add("--tgr.trending.discovery.refresh=false");
		own.add("--tgr.trending.details-url=http://127.0.0.1:" + detailsPort);
		this.trending = new ApiClient(start(TrendingServiceApplication.class, own.toArray(String[]::new)));
	}

	private int start(Class<?> application, String... settings) {
		List<String> all = new ArrayList<>(List.of(settings));
		all.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--tgr.github.url=" + this.sandbox.url(),
				"--tgr.github.token=sandbox-token", "--tgr.inbound.requests-per-minute=0", "--tgr.store.path=",
				"--management.metrics.use-global-registry=false", "--spring.profiles.active=test"));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.initializers((target) -> target.getBeanFactory().registerSingleton("clock", this.clock))
			.run(all.toArray(String[]::new));
		this.contexts.add(context);
		return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	GithubSandbox sandbox() {
		return this.sandbox;
	}

	ApiClient github() {
		return this.github;
	}

	ApiClient details() {
		return this.details;
	}

	ApiClient trending() {
		return this.trending;
	}

	@Override
	public void close() {
		for (int last = this.contexts.size() - 1; last >= 0; last--) {
			this.contexts.get(last).close();
		}
		this.sandbox.close();
	}

}
