package io.tgr.details;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service.
 */
@SpringBootApplication
public class RepoDetailsServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(RepoDetailsServiceApplication.class, args);
	}

}
