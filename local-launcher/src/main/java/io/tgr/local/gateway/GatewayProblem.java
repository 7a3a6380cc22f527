package io.tgr.local.gateway;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the gateway itself has to say when no service does.
 *
 * @param type what kind of problem it is
 * @param title the same for people
 * @param status the status of the answer
 * @param detail what happened this time
 * @param instance the path asked for
 * @param retryAfter the seconds after which another try makes sense
 */
record GatewayProblem(String type, String title, int status, String detail, String instance,
		@JsonIgnore @Nullable Integer retryAfter) {

	static GatewayProblem of(Throwable failure, ServerWebExchange exchange) {
		String path = exchange.getRequest().getURI().getRawPath();
		HttpStatusCode status = status(failure);
		return switch (status.value()) {
			case 404 -> of("not-found", HttpStatus.NOT_FOUND, "Nothing is served at " + path + ".", path, null);
			case 503 -> of("service-unreachable", HttpStatus.SERVICE_UNAVAILABLE,
					service(exchange) + " cannot be reached.", path, 5);
			case 504 -> of("gateway-timeout", HttpStatus.GATEWAY_TIMEOUT,
					service(exchange) + " did not answer in time.", path, 5);
			case 500 -> of("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The gateway failed.", path, null);
			default ->
				of("bad-request", HttpStatus.valueOf(status.value()), "The request cannot be routed.", path, null);
		};
	}

	private static GatewayProblem of(String slug, HttpStatus status, String detail, String path,
			@Nullable Integer retryAfter) {
		return new GatewayProblem("urn:tgr:problem:" + slug, StringUtils.capitalize(slug.replace('-', ' ')),
				status.value(), detail, path, retryAfter);
	}

	private static HttpStatusCode status(Throwable failure) {
		if (failure instanceof ResponseStatusException answered) {
			return answered.getStatusCode();
		}
		if (failure instanceof TimeoutException) {
			return HttpStatus.GATEWAY_TIMEOUT;
		}
		return (failure instanceof IOException) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String service(ServerWebExchange exchange) {
		@Nullable Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null) ? "The service behind '" + route.getId() + "'" : "The service";
	}

}
