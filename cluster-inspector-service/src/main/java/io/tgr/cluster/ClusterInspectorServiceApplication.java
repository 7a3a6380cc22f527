package io.tgr.cluster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service.
 */
@SpringBootApplication
public class ClusterInspectorServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(ClusterInspectorServiceApplication.class, args);
	}

}
