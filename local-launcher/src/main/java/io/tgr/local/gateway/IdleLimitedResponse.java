package io.tgr.local.gateway;

import java.time.Duration;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A response that is cut when its body falls silent for too long.
 */
class IdleLimitedResponse extends ServerHttpResponseDecorator {

	private final Duration idleTimeout;

	IdleLimitedResponse(ServerHttpResponse response, Duration idleTimeout) {
		super(response);
		this.idleTimeout = idleTimeout;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return super.writeWith(Flux.from(body).timeout(this.idleTimeout));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return super.writeAndFlushWith(Flux.from(body).timeout(this.idleTimeout));
	}

}
