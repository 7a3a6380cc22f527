package io.tgr.local.gateway;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in the gateway's own name, as problem details. An answer that has already begun
 * is cut instead.
 */
class GatewayProblemHandler implements WebExceptionHandler, Ordered {

	private static final Log logger = LogFactory.getLog(GatewayProblemHandler.class);

	private final JsonMapper mapper;

	GatewayProblemHandler(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		ServerHttpResponse response = exchange.getResponse();
		GatewayProblem problem = GatewayProblem.of(failure, exchange);
		if (!response.setStatusCode(HttpStatusCode.valueOf(problem.status()))) {
			return Mono.error(failure);
		}
		if (problem.status() == 500) {
			logger.error("The gateway failed at " + problem.instance(), failure);
		}
		return write(problem, exchange, response);
	}

	private Mono<Void> write(GatewayProblem problem, ServerWebExchange exchange, ServerHttpResponse response) {
		byte[] body = this.mapper.writeValueAsBytes(problem);
		HttpHeaders headers = response.getHeaders();
		headers.clear();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setContentLength(body.length);
		headers.setCacheControl(CacheControl.noStore());
		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter()));
		}
		if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

	/**
	 * Before Boot's own handler.
	 */
	@Override
	public int getOrder() {
		return -2;
	}

}
