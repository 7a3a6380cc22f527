package io.tgr.details;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

import io.tgr.sandbox.github.GithubSandbox;

/**
 * The whole service on a random port, with a sandbox for GitHub and a clock that the test
 * moves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "tgr.neighbours.github.backoff=1ms", "tgr.neighbours.github-graphql.backoff=1ms",
				"tgr.neighbours.github.window=100000", "tgr.neighbours.github-graphql.window=100000",
				"tgr.github.points-per-minute=100000", "tgr.github.graphql-points-per-minute=100000",
				"tgr.inbound.requests-per-minute=0" })
@AutoConfigureWebTestClient(timeout = "20s")
@ContextConfiguration(initializers = WithGithubSandbox.Start.class)
@interface WithGithubSandbox {

	class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
			GithubSandbox sandbox = GithubSandbox.builder().clock(clock).secondaryLimits(false).start();
			context.getBeanFactory().registerSingleton("testClock", clock);
			context.getBeanFactory().registerSingleton("sandbox", sandbox);
			context.getBeanFactory().registerSingleton("sandboxNames", new SandboxNames(sandbox));
			context.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					sandbox.close();
				}
			});
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "tgr.github.url=" + sandbox.url());
		}

	}

}
