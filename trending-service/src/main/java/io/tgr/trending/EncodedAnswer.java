package io.tgr.trending;

import java.util.List;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/**
 * An answer as it leaves: encoded, compressed and tagged once.
 *
 * @param plain the JSON
 * @param gzip the JSON, compressed
 */
record EncodedAnswer(Variant plain, Variant gzip) {

	/**
	 * Answers a request that takes JSON, or confirms what the client already has.
	 */
	Mono<ServerResponse> reply(ServerRequest request) {
		return reply(request, HttpStatusCode.valueOf(200));
	}

	Mono<ServerResponse> reply(ServerRequest request, HttpStatusCode status) {
		HttpHeaders headers = request.headers().asHttpHeaders();
		Variant variant = (Negotiation.takesGzip(headers)) ? this.gzip : this.plain;
		return ServerResponse.status(status)
			.headers((target) -> target.putAll(variant.headers()))
			.build((exchange, context) -> exchange.getResponse().writeWith(Mono.fromSupplier(() -> {
				DataBuffer buffer = exchange.getResponse().bufferFactory().wrap(variant.body());
				return buffer;
			})));
	}

	int size() {
		return this.plain.body().length + this.gzip.body().length;
	}

	/**
	 * One encoding of the answer.
	 *
	 * @param headers its headers
	 * @param body its bytes
	 */
	record Variant(HttpHeaders headers, byte[] body) {

	}

}
