package io.tgr.common.github;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connections to GitHub: packed by gzip, fewer than GitHub's limit of 100 at once, on the
 * event loops of this context, and closed before them.
 */
final class GithubConnection implements SmartLifecycle {

	private final ConnectionProvider pool;

	private final ClientHttpConnector connector;

	private volatile boolean running;

	GithubConnection(GithubProperties properties, @Nullable ReactorResourceFactory resources) {
		this.pool = ConnectionProvider.builder("github")
			.maxConnections(properties.maxConnections())
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(properties.timeout())
			.maxIdleTime(Duration.ofSeconds(30))
			.build();
		HttpClient client = HttpClient.create(this.pool)
			.compress(true)
			.followRedirect(false)
			.proxyWithSystemProperties()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(properties.connectTimeout().toMillis()));
		this.connector = new ReactorClientHttpConnector(
				(resources != null) ? client.runOn(resources.getLoopResources()) : client);
	}

	ClientHttpConnector connector() {
		return this.connector;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable ended) {
		this.running = false;
		this.pool.disposeLater().subscribe(null, (ex) -> ended.run(), ended);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	// Before the event loops, whose phase is 0, and after everything that asks GitHub.
	@Override
	public int getPhase() {
		return 1;
	}

}
