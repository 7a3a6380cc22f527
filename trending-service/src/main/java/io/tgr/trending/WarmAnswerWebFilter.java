package io.tgr.trending;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets an answer of {@code GET /trending} that is in memory leave before anything looks
 * for a handler; whatever is less simple goes the usual way. Request ids, limits and CORS
 * come first.
 */
@Component
final class WarmAnswerWebFilter implements WebFilter, Ordered {

	private final TrendingQueries queries;

	private final Answers answers;

	WarmAnswerWebFilter(TrendingQueries queries, Answers answers) {
		this.queries = queries;
		this.answers = answers;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1_000;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		EncodedAnswer ready = ready(exchange.getRequest());
		if (ready == null) {
			return chain.filter(exchange);
		}
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((observation) -> observation.setPathPattern(TrendingRoutes.TRENDING));
		return ready.write(exchange);
	}

	private @Nullable EncodedAnswer ready(ServerHttpRequest request) {
		URI uri = request.getURI();
		boolean simple = TrendingRoutes.TRENDING.equals(uri.getRawPath()) && request.getMethod() == HttpMethod.GET
				&& Negotiation.plainlyTakesJson(request.getHeaders());
		TrendingQuery query = (simple) ? this.queries.known(uri) : null;
		return (query != null) ? this.answers.ready(query) : null;
	}

}
