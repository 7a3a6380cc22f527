package io.tgr.trending.shapes.csv;

import java.util.List;

import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.tgr.trending.ReadingRoutes;

/**
 * Where the table is.
 */
@Configuration(proxyBeanMethods = false)
class CsvConfiguration {

	private static final String PATH = "/trending.csv";

	@Bean
	@RouterOperations(@RouterOperation(path = PATH, method = RequestMethod.GET, beanClass = CsvHandler.class,
			beanMethod = "csv"))
	RouterFunction<ServerResponse> table(CsvHandler csv, ReadingRoutes reading) {
		return reading.at(PATH, List.of(new MediaType("text", "csv"), MediaType.TEXT_PLAIN), csv::csv);
	}

}
