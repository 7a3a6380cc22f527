package io.tgr.sandbox.github.fault;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Trouble below HTTP.
 */
enum Disruption {

	/**
	 * The answer ends before its announced length.
	 */
	TRUNCATED {

		@Override
		Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain) {
			return chain.filter(exchange.mutate().response(new TruncatedResponse(exchange)).build());
		}

	},

	/**
	 * No answer until the client leaves; after a minute the connection is closed.
	 */
	TIMEOUT {

		@Override
		Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain) {
			return Mono.delay(PATIENCE).then(Mono.defer(() -> close(exchange, false)));
		}

	},

	/**
	 * The connection is reset.
	 */
	RESET {

		@Override
		Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain) {
			return close(exchange, true);
		}

	};

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	abstract Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain);

	static Mono<Void> close(ServerWebExchange exchange, boolean reset) {
		HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		connected.withConnection((connection) -> {
			if (reset) {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
			}
			connection.channel().close();
		});
		return Mono.never();
	}

}
