package io.tgr.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

/**
 * Runs the API on a random port, without a cluster.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ApiContext.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.cloud-platform=none", "tgr.inbound.requests-per-minute=0",
				"tgr.cluster.heartbeat=300ms", "tgr.cluster.recheck=200ms", "tgr.cluster.max-streams=3",
				"management.endpoint.health.validate-group-membership=false" })
@AutoConfigureWebTestClient(timeout = "10s")
@interface ApiTest {

}
