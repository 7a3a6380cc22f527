package io.tgr.common.github;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.ScriptedStore;

/**
 * A server on a random port that answers as a test tells it, and a transport to it.
 */
final class FakeGithub implements AutoCloseable {

	/** Its own, since a closing context ends those that all share. */
	private static final LoopResources LOOPS = LoopResources.create("fake-github", 1, true);

	final List<Call> calls = new CopyOnWriteArrayList<>();

	final MeterRegistry meters = new SimpleMeterRegistry();

	private final DisposableServer server;

	private final Map<String, Object> settings = new HashMap<>();

	private @Nullable GithubConnection connection;

	private @Nullable GithubTransport transport;

	private @Nullable AnswerStore answers;

	private @Nullable KeyValueStore store;

	private @Nullable SharedLedger ledger;

	private Clock clock = Clock.systemUTC();

	FakeGithub(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
		this.server = HttpServer.create()
			.runOn(LOOPS)
			.host("127.0.0.1")
			.port(0)
			.compress(true)
			.handle((request, response) -> {
				this.calls.add(new Call(request.method().name(), request.uri(), headers(request)));
				return handler.apply(request, response);
			})
			.bindNow();
	}

	static Publisher<Void> json(HttpServerResponse response, int status, String body) {
		return response.status(status)
			.header("content-type", "application/json; charset=utf-8")
			.sendString(Mono.just(body));
	}

	static Publisher<Void> rateLimit(HttpServerResponse response, int core, int search, int graphql, long reset) {
		String bucket = "\"%s\":{\"limit\":%d,\"remaining\":%d,\"reset\":%d,\"used\":0}";
		return json(response, 200,
				"{\"resources\":{%s,%s,%s}}".formatted(bucket.formatted("core", core, core, reset),
						bucket.formatted("search", search, search, reset),
						bucket.formatted("graphql", graphql, graphql, reset)));
	}

	FakeGithub with(String property, Object value) {
		this.settings.put("tgr.github." + property, value);
		return this;
	}

	FakeGithub at(Clock clock) {
		this.clock = clock;
		return this;
	}

	FakeGithub in(KeyValueStore store) {
		this.store = store;
		return this;
	}

	private Ledger ledger(GithubProperties properties) {
		if (this.store instanceof ScriptedStore shared) {
			this.ledger = new SharedLedger(shared, properties, this.clock, this.meters);
			this.ledger.start();
			return this.ledger;
		}
		return Ledger.local(properties, this.clock);
	}

	AnswerStore answers() {
		transport();
		return Objects.requireNonNull(this.answers);
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	GithubTransport transport() {
		if (this.transport == null) {
			this.settings.putIfAbsent("tgr.github.url", url().toString());
			GithubProperties properties = new Binder(new MapConfigurationPropertySource(this.settings))
				.bindOrCreate("tgr.github", GithubProperties.class);
			this.connection = new GithubConnection(properties, null);
			WebClient.Builder builder = WebClient.builder()
				.clientConnector(this.connection.connector())
				.defaultHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
			this.answers = new AnswerStore(this.store, properties, this.clock, this.meters);
			this.transport = new GithubTransport(builder, properties, JsonMapper.shared(), this.meters, this.clock,
					this.answers, ledger(properties));
		}
		return this.transport;
	}

	Mono<String> get(String path) {
		return transport().client().get().uri(path).retrieve().bodyToMono(String.class);
	}

	Mono<String> query() {
		return transport().client()
			.post()
			.uri(transport().graphqlUrl())
			.bodyValue(Map.of("query", "{viewer{login}}"))
			.retrieve()
			.bodyToMono(String.class);
	}

	long callsTo(String path) {
		return this.calls.stream().filter((call) -> call.path().startsWith(path)).count();
	}

	double counted(String bucket, String outcome) {
		return this.meters.counter("tgr.github.requests", "bucket", bucket, "outcome", outcome).count();
	}

	@Override
	public void close() {
		if (this.connection != null) {
			this.connection.stop();
		}
		if (this.ledger != null) {
			this.ledger.stop();
		}
		this.server.disposeNow();
	}

	private static Map<String, String> headers(HttpServerRequest request) {
		Map<String, String> headers = new HashMap<>();
		request.requestHeaders().forEach((header) -> headers.put(header.getKey().toLowerCase(), header.getValue()));
		return headers;
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	record Call(String method, String path, Map<String, String> headers) {

	}

}
