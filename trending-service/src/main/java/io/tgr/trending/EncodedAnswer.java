package io.tgr.trending;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An answer as it leaves: encoded, compressed and tagged once.
 *
 * @param plain its bytes
 * @param gzip its bytes, compressed
 */
public record EncodedAnswer(Variant plain, Variant gzip) {

	/**
	 * Answers a request that takes what it is, or confirms what the client already has.
	 * @return the answer
	 */
	public Mono<ServerResponse> reply() {
		return reply(HttpHeaders.EMPTY);
	}

	/**
	 * Answers as {@link #reply()} does, with more headers.
	 * @param more the headers
	 * @return the answer
	 */
	public Mono<ServerResponse> reply(HttpHeaders more) {
		return ServerResponse.ok()
			.headers((headers) -> headers.addAll(more))
			.build((exchange, context) -> write(exchange));
	}

	/**
	 * Answers a request as {@link #reply} does, with nothing in between.
	 */
	Mono<Void> write(ServerWebExchange exchange) {
		boolean compressed = Negotiation.takesGzip(exchange.getRequest().getHeaders());
		return ((compressed) ? this.gzip : this.plain).write(exchange);
	}

	int size() {
		return this.plain.body().length + this.gzip.body().length;
	}

	/**
	 * One encoding of the answer.
	 *
	 * @param tag its ETag
	 * @param headers its headers, the tag among them
	 * @param body its bytes
	 */
	public record Variant(String tag, HttpHeaders headers, byte[] body) {

		private Mono<Void> write(ServerWebExchange exchange) {
			ServerHttpResponse response = exchange.getResponse();
			this.headers.forEach((name, values) -> response.getHeaders().addAll(name, values));
			if (exchange.checkNotModified(this.tag)) {
				response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
				response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
				return response.setComplete();
			}
			return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(this.body)));
		}

	}

}
