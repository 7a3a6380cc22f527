package io.tgr.sandbox.cluster.fault;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.access.Account;
import io.tgr.sandbox.cluster.access.Accounts;
import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;

/**
 * Counts calls, and lets them fail as ordered.
 */
@Component
@Order(-20)
class FaultFilter implements WebFilter {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Faults faults;

	private final CallLog calls;

	private final Accounts accounts;

	FaultFilter(Faults faults, CallLog calls, Accounts accounts) {
		this.faults = faults;
		this.calls = calls;
		this.accounts = accounts;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		RequestInfo info = RequestInfo.of(exchange.getRequest());
		if (info.path().startsWith("/_sandbox/")) {
			return chain.filter(exchange);
		}
		this.calls.arrived(info.verb(), info.path());
		return this.faults.strike(info)
			.map((rule) -> strike(rule, info, exchange))
			.orElseGet(() -> chain.filter(exchange));
	}

	private Mono<Void> strike(FaultRule rule, RequestInfo info, ServerWebExchange exchange) {
		return switch (rule.error()) {
			case "hang" -> Mono.delay(PATIENCE).then(Mono.defer(() -> close(exchange)));
			case "reset" -> close(exchange);
			default -> Mono.error(error(Integer.parseInt(rule.error()), rule.retryAfter(), info, exchange));
		};
	}

	private RuntimeException error(int status, @Nullable Integer wait, RequestInfo info, ServerWebExchange exchange) {
		Integer seconds = (wait == null && status == 429) ? Integer.valueOf(1) : wait;
		if (seconds != null) {
			exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, seconds.toString());
		}
		return switch (status) {
			case 401 -> ApiErrors.unauthorized();
			case 403 -> ApiErrors.forbidden(caller(exchange), info);
			case 410 -> ApiErrors.expired("The resourceVersion for the provided " + info.verb() + " is too old.");
			case 429 ->
				ApiErrors.of(status, "TooManyRequests", "Too many requests, please try again later.", retry(seconds));
			case 500 -> ApiErrors.of(status, "InternalError", "Internal error occurred: ordered of the sandbox",
					JsonNodeFactory.instance.objectNode());
			case 503 -> ApiErrors.of(status, "ServiceUnavailable",
					"the server is currently unable to handle the request", retry(seconds));
			default -> ApiErrors.of(status, null, HttpStatus.valueOf(status).getReasonPhrase(), null);
		};
	}

	private String caller(ServerWebExchange exchange) {
		String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		Account caller = this.accounts.caller(header);
		return (caller != null) ? caller.user() : "system:anonymous";
	}

	private static ObjectNode retry(@Nullable Integer seconds) {
		ObjectNode details = JsonNodeFactory.instance.objectNode();
		return (seconds != null) ? details.put("retryAfterSeconds", seconds) : details;
	}

	private static Mono<Void> close(ServerWebExchange exchange) {
		HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		connected.withConnection((connection) -> {
			connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
			connection.channel().close();
		});
		return Mono.never();
	}

}
