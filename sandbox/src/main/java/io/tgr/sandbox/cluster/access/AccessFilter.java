package io.tgr.sandbox.cluster.access;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;

/**
 * Lets in who may do what is asked for.
 */
@Component
@Order(-10)
class AccessFilter implements WebFilter {

	private final Accounts accounts;

	AccessFilter(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		RequestInfo info = RequestInfo.of(exchange.getRequest());
		if (info.path().startsWith("/_sandbox/")) {
			return chain.filter(exchange);
		}
		HttpHeaders headers = exchange.getRequest().getHeaders();
		Account caller = this.accounts.caller(headers.getFirst(HttpHeaders.AUTHORIZATION));
		if (caller == null) {
			return Mono.error(ApiErrors.unauthorized());
		}
		if (!allowed(caller, info)) {
			return Mono.error(ApiErrors.forbidden(caller.user(), info));
		}
		exchange.getAttributes().put(Account.class.getName(), caller);
		return chain.filter(exchange);
	}

	// Discovery is for everybody who has a valid token.
	private boolean allowed(Account caller, RequestInfo info) {
		if (info.resource().isEmpty()) {
			return caller.groups().contains("system:masters")
					|| info.path().matches("/|/version/?|/api.*|/openapi.*|/healthz|/livez|/readyz");
		}
		return this.accounts.rights()
			.allow(caller.user(), caller.groups(), info.verb(), ResourceName.of(info), info.namespace());
	}

}
