package io.tgr.benchmarks;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * Answers a request a moment after it was read. Reactor Netty 1.3.7 never reads again
 * from a connection whose next request came before the last one had quite ended and was
 * then answered at once (reactor-netty#4361).
 */
final class UnhurriedHandler implements HttpHandler {

	private final HttpHandler handler;

	UnhurriedHandler(HttpHandler handler) {
		this.handler = handler;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		Mono<Void> answer = Mono.defer(() -> this.handler.handle(request, response));
		Object nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
		return (nativeRequest instanceof Connection connection)
				? answer.subscribeOn(Schedulers.fromExecutor(connection.channel().eventLoop())) : answer;
	}

}
