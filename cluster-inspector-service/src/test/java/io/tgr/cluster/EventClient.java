package io.tgr.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;

/**
 * Reads server-sent events as they are written, comments included.
 */
record EventClient(int port) {

	Flux<String> follow(String uri, @Nullable String id, String user) {
		return WebClient.create()
			.get()
			.uri(UriComponentsBuilder.fromUriString("http://127.0.0.1:" + this.port + uri).build(true).toUri())
			.headers((headers) -> {
				headers.setBearerAuth(user);
				if (id != null) {
					headers.set("Last-Event-ID", id);
				}
			})
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchangeToFlux((response) -> response.bodyToFlux(DataBuffer.class))
			.map((buffer) -> {
				String text = buffer.toString(StandardCharsets.UTF_8);
				DataBufferUtils.release(buffer);
				return text;
			})
			.scan(new Lines("", List.of()), Lines::plus)
			.concatMapIterable(Lines::complete);
	}

	/**
	 * Events as they come in, in pieces of any size.
	 *
	 * @param rest the beginning of the next one
	 * @param complete those that are complete
	 */
	private record Lines(String rest, List<String> complete) {

		Lines plus(String piece) {
			List<String> events = new ArrayList<>();
			String text = this.rest + piece;
			int end = text.indexOf("\n\n");
			while (end >= 0) {
				events.add(text.substring(0, end));
				text = text.substring(end + 2);
				end = text.indexOf("\n\n");
			}
			return new Lines(text, events);
		}

	}

}
