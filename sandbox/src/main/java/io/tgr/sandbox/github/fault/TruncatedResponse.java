package io.tgr.sandbox.github.fault;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Announces the whole answer, sends half of it and drops the connection.
 */
final class TruncatedResponse extends ServerHttpResponseDecorator {

	private final ServerWebExchange exchange;

	TruncatedResponse(ServerWebExchange exchange) {
		super(exchange.getResponse());
		this.exchange = exchange;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return DataBufferUtils.join(body).flatMap((whole) -> {
			int length = whole.readableByteCount();
			getHeaders().setContentLength(length);
			DataBuffer half = whole.split(length / 2);
			DataBufferUtils.release(whole);
			// A Mono would be sent as a full answer with a length of its own.
			return super.writeWith(Flux.just(half)).then(Mono.defer(() -> Disruption.close(this.exchange, false)));
		});
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return writeWith(Flux.from(body).concatMap((part) -> part));
	}

}
