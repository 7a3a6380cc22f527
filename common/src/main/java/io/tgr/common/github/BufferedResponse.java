package io.tgr.common.github;

import java.util.function.Consumer;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.support.ClientResponseWrapper;
import reactor.core.publisher.Flux;

/**
 * An answer that has arrived as a whole, unpacked.
 */
final class BufferedResponse extends ClientResponseWrapper {

	private final byte[] bytes;

	private BufferedResponse(ClientResponse response, byte[] bytes) {
		super(response);
		this.bytes = bytes;
	}

	static BufferedResponse of(ClientResponse original, HttpStatusCode status, Consumer<HttpHeaders> headers,
			byte[] bytes) {
		ClientResponse.Builder response = ClientResponse.create(status, original.strategies())
			.request(original.request())
			.headers(headers)
			.headers((all) -> {
				all.remove(HttpHeaders.CONTENT_ENCODING);
				all.remove(HttpHeaders.CONTENT_LENGTH);
			});
		if (bytes.length > 0) {
			response.body(Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))));
		}
		return new BufferedResponse(response.build(), bytes);
	}

	byte[] bytes() {
		return this.bytes;
	}

	HttpHeaders httpHeaders() {
		return headers().asHttpHeaders();
	}

}
