package io.tgr.benchmarks;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * Answers a request a moment after it was read. Reactor Netty 1.3.7 never reads again
 * from a connection whose next request came before the last one had quite ended and was
 * then answered at once (reactor-netty#4361).
 */
final class KeepAliveStall {

	private KeepAliveStall() {
	}

	static Mono<Void> avoid(ServerWebExchange exchange, Mono<Void> answer) {
		Object request = nativeRequest(exchange.getRequest());
		if (request instanceof Connection connection) {
			Scheduler eventLoop = Schedulers.fromExecutor(connection.channel().eventLoop());
			return answer.subscribeOn(eventLoop);
		}
		return answer;
	}

	private static Object nativeRequest(ServerHttpRequest request) {
		return ServerHttpRequestDecorator.getNativeRequest(request);
	}

}
