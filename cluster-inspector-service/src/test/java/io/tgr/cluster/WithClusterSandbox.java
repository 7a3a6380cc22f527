package io.tgr.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

import io.tgr.sandbox.cluster.ClusterSandbox;

/**
 * The whole service on a random port, with an empty sandbox for a cluster.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "tgr.inbound.requests-per-minute=0", "tgr.cluster.kubeconfig=",
				"tgr.cluster.decision-lifetime=100ms", "tgr.cluster.recheck=200ms" })
@AutoConfigureWebTestClient(timeout = "20s")
@ContextConfiguration(initializers = WithClusterSandbox.Start.class)
@interface WithClusterSandbox {

	class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			ClusterSandbox sandbox = ClusterSandbox.builder().empty().bookmarks(Duration.ofSeconds(1)).start();
			context.getBeanFactory().registerSingleton("sandbox", sandbox);
			context.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					sandbox.close();
				}
			});
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"spring.cloud.kubernetes.client.master-url=" + sandbox.url());
		}

	}

}
