package io.tgr.common.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Lets every error leave as problem details, whoever threw it; what is nobody's fault but
 * ours is logged and says nothing about itself.
 */
final class ProblemExceptionHandler implements ErrorWebExceptionHandler, Ordered {

	private static final Log logger = LogFactory.getLog(ProblemExceptionHandler.class);

	private final ServerResponse.Context writing;

	private final Clock clock;

	ProblemExceptionHandler(ServerCodecConfigurer codecs, Clock clock) {
		this.writing = new Writing(codecs.getWriters());
		this.clock = clock;
	}

	@Override
	public int getOrder() {
		return -2;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		Problem problem = Problem.of(failure, this.clock.instant());
		boolean unforeseen = problem.status() == 500;
		if (exchange.getResponse().isCommitted()
				|| (unforeseen && DisconnectedClientHelper.isClientDisconnectedException(failure))) {
			return Mono.error(failure);
		}
		if (unforeseen) {
			logger.error("Failed to serve " + exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath(),
					failure);
		}
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.remove(HttpHeaders.ETAG);
		headers.remove(HttpHeaders.LAST_MODIFIED);
		headers.remove(HttpHeaders.CONTENT_ENCODING);
		headers.setCacheControl("no-store");
		if (failure instanceof ErrorResponse response) {
			headers.putAll(response.getHeaders());
			allowHead(headers);
		}
		if (problem.retryAfterSeconds() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
		}
		return ServerResponse.status(problem.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyValue(detail(problem, failure, exchange))
			.flatMap((response) -> response.writeTo(exchange, this.writing));
	}

	private static ProblemDetail detail(Problem problem, Throwable failure, ServerWebExchange exchange) {
		ProblemDetail detail = ProblemDetail.forStatus(HttpStatusCode.valueOf(problem.status()));
		if (failure instanceof ErrorResponse response && response.getBody().getProperties() != null) {
			response.getBody().getProperties().forEach(detail::setProperty);
		}
		detail.setType(URI.create(problem.type()));
		detail.setTitle(problem.title());
		detail.setDetail(problem.detail());
		detail.setInstance(instance(exchange.getRequest().getPath().value()));
		if (failure instanceof InvalidParameterException ex) {
			detail.setProperty("parameter", ex.parameter());
			detail.setProperty("value", ex.value());
			detail.setProperty("allowed", ex.allowed());
			detail.setProperty("nearest", ex.nearest());
		}
		if (failure instanceof ServerWebInputException ex && ex.getMethodParameter() != null) {
			detail.setProperty("parameter", ex.getMethodParameter().getParameterName());
		}
		return detail;
	}

	// Whoever may read may ask for the headers only.
	private static void allowHead(HttpHeaders headers) {
		Set<HttpMethod> allowed = new TreeSet<>(headers.getAllow());
		if (allowed.contains(HttpMethod.GET)) {
			allowed.add(HttpMethod.HEAD);
			headers.setAllow(allowed);
		}
	}

	// Two slashes at the beginning would name a host.
	private static URI instance(String path) {
		return URI.create(path.replaceFirst("^/{2,}", "/"));
	}

	/**
	 * How the answer is written.
	 *
	 * @param messageWriters the application's writers
	 */
	private record Writing(List<HttpMessageWriter<?>> messageWriters) implements ServerResponse.Context {

		@Override
		public List<ViewResolver> viewResolvers() {
			return List.of();
		}

	}

}
