package io.tgr.common.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;

/**
 * Clients of Redis that wait for nothing: commands are refused while there is no
 * connection, answered in time or given up, and bounded in number.
 */
final class RedisClients {

	static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

	private static final Duration SHORTEST_DELAY = Duration.ofMillis(50);

	private static final int THREADS = 2;

	private static final int UNDER_WAY = 20_000;

	private RedisClients() {
	}

	static RedisClient create(RedisURI address, Duration timeout) {
		ClientResources resources = ClientResources.builder()
			.ioThreadPoolSize(THREADS)
			.computationThreadPoolSize(THREADS)
			.reconnectDelay(Delay.fullJitter(SHORTEST_DELAY, LONGEST_DELAY, SHORTEST_DELAY.toMillis(),
					TimeUnit.MILLISECONDS))
			.build();
		RedisClient client = RedisClient.create(resources, address);
		client.setOptions(ClientOptions.builder()
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.requestQueueSize(UNDER_WAY)
			.timeoutOptions(TimeoutOptions.enabled(timeout))
			.socketOptions(SocketOptions.builder().connectTimeout(LONGEST_DELAY).keepAlive(keepAlive()).build())
			.build());
		return client;
	}

	static void close(RedisClient client) {
		ClientResources resources = client.getResources();
		client.shutdownAsync(0, 1, TimeUnit.SECONDS).thenRun(() -> resources.shutdown(0, 1, TimeUnit.SECONDS));
	}

	// A server that went without a word is noticed within 20 s, not within hours.
	private static SocketOptions.KeepAliveOptions keepAlive() {
		return SocketOptions.KeepAliveOptions.builder()
			.enable()
			.idle(Duration.ofSeconds(10))
			.interval(Duration.ofSeconds(5))
			.count(2)
			.build();
	}

}
