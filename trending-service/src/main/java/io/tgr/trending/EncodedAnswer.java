package io.tgr.trending;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
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
		Variant variant = (Negotiation.takesGzip(request.headers().asHttpHeaders())) ? this.gzip : this.plain;
		return variant.reply(ServerResponse.ok());
	}

	/**
	 * Answers that nothing could be had, and when to ask again.
	 */
	Mono<ServerResponse> unavailable(long retryAfterSeconds) {
		return this.plain.reply(ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds)));
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

		private Mono<ServerResponse> reply(ServerResponse.BodyBuilder response) {
			return response.headers((target) -> target.putAll(this.headers))
				.build((exchange, context) -> exchange.getResponse()
					.writeWith(Mono.fromSupplier(() -> exchange.getResponse().bufferFactory().wrap(this.body))));
		}

	}

}
