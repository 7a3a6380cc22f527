package io.tgr.trending;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service.
 */
@SpringBootApplication
public class TrendingServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(TrendingServiceApplication.class, args);
	}

}
