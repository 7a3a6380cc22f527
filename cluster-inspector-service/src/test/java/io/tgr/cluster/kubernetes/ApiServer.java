package io.tgr.cluster.kubernetes;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An API server that answers as a test wants it to, and a client of it as the application
 * has one.
 */
final class ApiServer implements AutoCloseable {

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final List<HttpHeaders> headers = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private final KubernetesClient client;

	private final KubernetesProperties properties;

	private final KubernetesCalls calls;

	ApiServer() {
		this(Map.of());
	}

	ApiServer(Map<String, String> settings) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow(Duration.ofSeconds(5));
		this.properties = new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("tgr.cluster",
				KubernetesProperties.class);
		this.client = client(url());
		this.calls = new KubernetesCalls(this.client, this.properties);
	}

	private KubernetesClient client(String url) {
		KubernetesClientProperties address = new Binder(
				new MapConfigurationPropertySource(Map.of("client.master-url", url, "client.oauth-token", "t0ken")))
			.bindOrCreate("client", KubernetesClientProperties.class);
		Config config = new KubernetesConfiguration().kubernetesClientConfig(this.properties, address,
				new MockEnvironment());
		return new KubernetesClientBuilder().withConfig(config).build();
	}

	String url() {
		InetSocketAddress address = (InetSocketAddress) this.server.address();
		return "http://127.0.0.1:" + address.getPort();
	}

	ApiServer on(String path, Answer answer) {
		this.answers.put(path, answer);
		return this;
	}

	ApiServer on(String path, int status, byte[] body) {
		return on(path, (request, response) -> response.status(status).sendByteArray(Mono.just(body)));
	}

	KubernetesCalls calls() {
		return this.calls;
	}

	KubernetesLists lists() {
		return new KubernetesLists(requests(), this.properties);
	}

	KubernetesWatches watches() {
		return new KubernetesWatches(this.client, this.properties);
	}

	KubernetesRequests requests() {
		return new KubernetesRequests(this.calls, this.properties);
	}

	KubernetesClient client() {
		return this.client;
	}

	KubernetesProperties properties() {
		return this.properties;
	}

	List<String> asked() {
		return this.asked;
	}

	List<HttpHeaders> headers() {
		return this.headers;
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		this.asked.add(request.uri());
		this.headers.add(request.requestHeaders().copy());
		Answer answer = this.answers.get(request.fullPath());
		return (answer != null) ? answer.give(request, response)
				: response.status(404).sendString(Flux.just("404 page not found"));
	}

	static Publisher<Void> cut(HttpServerResponse response, String beginning) {
		return response.sendString(Flux.just(beginning)
			.concatWith(Mono.<String>empty().delaySubscription(Duration.ofMillis(200)))
			.concatWith(
					Mono.fromRunnable(() -> response.withConnection((connection) -> connection.channel().close()))));
	}

	void stop() {
		this.server.disposeNow(Duration.ofSeconds(5));
	}

	@Override
	public void close() {
		this.calls.destroy();
		this.client.close();
		stop();
	}

	/**
	 * What is answered.
	 */
	interface Answer {

		Publisher<Void> give(HttpServerRequest request, HttpServerResponse response);

	}

}
