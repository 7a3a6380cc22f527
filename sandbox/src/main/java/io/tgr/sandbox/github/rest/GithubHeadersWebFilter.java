package io.tgr.sandbox.github.rest;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The headers that every answer of GitHub's REST API has. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class GithubHeadersWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().value();
		if (!path.startsWith("/_sandbox")) {
			add(exchange.getRequest().getHeaders(), exchange.getResponse().getHeaders(), path);
		}
		return chain.filter(exchange);
	}

	private void add(HttpHeaders request, HttpHeaders response, String path) {
		boolean anonymous = request.getFirst(HttpHeaders.AUTHORIZATION) == null;
		response.set("X-GitHub-Request-Id", requestId());
		response.set(HttpHeaders.SERVER, "github.com");
		if (path.equals("/graphql")) {
			response.set("X-GitHub-Media-Type", "github.v4; format=json");
			return;
		}
		response.set("X-GitHub-Media-Type", "github.v3; format=json");
		String asked = request.getFirst(ApiVersion.HEADER);
		ApiVersion version = (asked != null) ? ApiVersion.named(asked) : ApiVersion.V2022_11_28;
		if (version != null) {
			response.set("X-GitHub-Api-Version-Selected", version.date());
		}
		response.setCacheControl((anonymous ? "public" : "private") + ", max-age=60, s-maxage=60");
		response.set(HttpHeaders.VARY, anonymous ? "Accept,Accept-Encoding, Accept, X-Requested-With"
				: "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With");
	}

	private static String requestId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return String.format(Locale.ROOT, "%04X:%05X:%07X:%07X:%08X", random.nextInt(1 << 16), random.nextInt(1 << 20),
				random.nextInt(1 << 28), random.nextInt(1 << 28), random.nextInt() & 0x7fffffff);
	}

}
