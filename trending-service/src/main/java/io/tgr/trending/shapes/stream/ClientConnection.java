package io.tgr.trending.shapes.stream;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import io.netty.channel.Channel;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The connection to a client: whether it has read what was sent, which is so unless more
 * waits in memory than the connection's high-water mark, 64 KB.
 */
final class ClientConnection {

	private final BooleanSupplier reading;

	private final Runnable end;

	ClientConnection(BooleanSupplier reading, Runnable end) {
		this.reading = reading;
		this.end = end;
	}

	static ClientConnection of(ServerHttpRequest request) {
		AtomicReference<Channel> held = new AtomicReference<>();
		if ((request instanceof AbstractServerHttpRequest || request instanceof ServerHttpRequestDecorator)
				&& ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest netty) {
			netty.withConnection((connection) -> held.set(connection.channel()));
		}
		Channel channel = held.get();
		return (channel != null) ? new ClientConnection(channel::isWritable, channel::close)
				: new ClientConnection(() -> true, () -> {
				});
	}

	boolean takesMore() {
		return this.reading.getAsBoolean();
	}

	void close() {
		this.end.run();
	}

}
