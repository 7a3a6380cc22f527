package io.tgr.sandbox.cluster.watch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiAnswers;
import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;
import io.tgr.sandbox.cluster.store.Snapshot;
import io.tgr.sandbox.cluster.store.VersionGoneException;

/** Answers with changes as they happen, one JSON object a line. */
@Component
@EnableConfigurationProperties(WatchProperties.class)
public class WatchHandler {

	private final ObjectStore store;

	private final OpenWatches watches;

	private final WatchProperties properties;

	private final ApiAnswers answers;

	WatchHandler(ObjectStore store, OpenWatches watches, WatchProperties properties, ApiAnswers answers) {
		this.store = store;
		this.watches = watches;
		this.properties = properties;
		this.answers = answers;
	}

	/**
	 * Watch objects.
	 * @param info what is asked for
	 * @param type the kind of objects
	 * @param request the request
	 * @return the stream of changes
	 */
	public Mono<ServerResponse> watch(RequestInfo info, ResourceType type, ServerRequest request) {
		WatchRequest watch = WatchRequest.of(info, type, request);
		// There are no web sockets here: the client is to fall back to plain HTTP.
		boolean upgrade = "websocket".equalsIgnoreCase(request.headers().firstHeader(HttpHeaders.UPGRADE));
		Flux<ObjectNode> events = upgrade ? Flux.empty() : this.watches.count(events(watch), () -> cut(request));
		// Nothing first, which sends the headers: the client is to know at once that it
		// is heard.
		Flux<DataBuffer> lines = events.publishOn(Schedulers.parallel())
			.map(this::line)
			.startWith(DefaultDataBufferFactory.sharedInstance.allocateBuffer(0));
		return ServerResponse.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-cache, private")
			.contentType(MediaType.APPLICATION_JSON)
			.body((response, context) -> response.writeAndFlushWith(lines.map(Mono::just)));
	}

	private Flux<ObjectNode> events(WatchRequest watch) {
		Duration timeout = watch.timeout().isZero() ? this.properties.watchTimeout() : watch.timeout();
		return Flux.<ObjectNode>create((sink) -> follow(watch, sink)).take(timeout);
	}

	private void follow(WatchRequest watch, FluxSink<ObjectNode> sink) {
		try {
			long after = (watch.after() > 0) ? watch.after() : present(watch, sink);
			Disposable changes = this.store.follow(watch.type(), after, (change) -> {
				ObjectNode event = WatchEvents.of(change, watch.selection());
				if (event != null) {
					sink.next(event);
				}
			});
			sink.onDispose(Disposables.composite(changes, bookmarks(watch, sink)));
		}
		catch (VersionGoneException ex) {
			sink.next(WatchEvents.of("ERROR", ApiErrors.expired(String.valueOf(ex.getMessage())).status()));
			sink.complete();
		}
	}

	private long present(WatchRequest watch, FluxSink<ObjectNode> sink) {
		Snapshot snapshot = this.store.list(watch.type());
		snapshot.objects()
			.stream()
			.filter(watch.selection()::matches)
			.forEach((object) -> sink.next(WatchEvents.of("ADDED", object)));
		if (watch.bookmarks()) {
			sink.next(WatchEvents.bookmark(watch.type(), snapshot.version(), true));
		}
		return snapshot.version();
	}

	// Between two changes: a bookmark ahead of a change would lose it for those who go on
	// from there.
	private Disposable bookmarks(WatchRequest watch, FluxSink<ObjectNode> sink) {
		if (!watch.bookmarks()) {
			return Disposables.disposed();
		}
		Duration period = this.properties.bookmarks();
		return Schedulers.parallel()
			.schedulePeriodically(
					() -> this.store.tell((version) -> sink.next(WatchEvents.bookmark(watch.type(), version, false))),
					period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
	}

	// Without an end, as when a server dies.
	private static void cut(ServerRequest request) {
		HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest());
		connected.withConnection((connection) -> connection.channel().close());
	}

	private DataBuffer line(ObjectNode event) {
		byte[] json = this.answers.bytes(event);
		DataBuffer buffer = DefaultDataBufferFactory.sharedInstance.allocateBuffer(json.length + 1);
		return buffer.write(json).write((byte) '\n');
	}

}
