package io.tgr.trending.shapes.stream;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The connection to a client: whether it has read what was sent.
 */
final class ClientConnection {

	private @Nullable Channel channel;

	ClientConnection(ServerHttpRequest request) {
		if (request instanceof AbstractServerHttpRequest || request instanceof ServerHttpRequestDecorator) {
			Object server = ServerHttpRequestDecorator.getNativeRequest(request);
			if (server instanceof HttpServerRequest netty) {
				netty.withConnection((connection) -> this.channel = connection.channel());
			}
		}
	}

	// Not while more waits in memory than the connection's high-water mark, 64 KB.
	boolean takesMore() {
		return this.channel == null || this.channel.isWritable();
	}

	void close() {
		if (this.channel != null) {
			this.channel.close();
		}
	}

}
