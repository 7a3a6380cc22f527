package io.tgr.system;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives tests a client of the gateway under test: that of {@code tgr.base-url}, or of one
 * launcher for all tests. Tests tagged {@value #LAUNCHER} may have that launcher itself.
 */
public class TgrExtension implements ParameterResolver {

	/**
	 * The tag of tests that need the launcher: its sandbox cluster, its own gateway, its
	 * options.
	 */
	static final String LAUNCHER = "launcher";

	static final String BASE_URL = "tgr.base-url";

	private static final Namespace NAMESPACE = Namespace.create(TgrExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == WebTestClient.class || type == URI.class || type == Launcher.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		if (type == Launcher.class) {
			return launcher(context);
		}
		URI gateway = gateway(context);
		return (type == URI.class) ? gateway : client(gateway);
	}

	public static WebTestClient client(URI url) {
		return WebTestClient.bindToServer()
			.baseUrl(url.toString())
			.responseTimeout(Duration.ofSeconds(30))
			.filter((request, next) -> next.exchange(request).flatMap(TgrExtension::whole))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
			.build();
	}

	// Read to its end whatever the test looks at: what nobody reads is never released.
	private static Mono<ClientResponse> whole(ClientResponse answer) {
		return answer.bodyToMono(byte[].class)
			.map((body) -> Flux.<DataBuffer>just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
			.defaultIfEmpty(Flux.empty())
			.map((body) -> answer.mutate().body((read) -> body).build());
	}

	private static URI gateway(ExtensionContext context) {
		@Nullable String given = System.getProperty(BASE_URL);
		if ((given == null || given.isBlank()) && Boolean.getBoolean("tgr.deployed")) {
			throw new IllegalStateException("Say where it is deployed: -D%s=http://...".formatted(BASE_URL));
		}
		return (given != null && !given.isBlank()) ? URI.create(given) : launcher(context).gateway();
	}

	private static Launcher launcher(ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Launcher.class, (key) -> Launcher.running(), Launcher.class);
	}

}
