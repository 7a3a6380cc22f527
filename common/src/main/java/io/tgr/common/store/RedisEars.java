package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hears what others say in Redis. Asks for it again and again until it hears, at the
 * start and after each lost connection.
 */
final class RedisEars extends RedisPubSubAdapter<String, byte[]> implements RedisConnectionStateListener {

	private static final Log logger = LogFactory.getLog(RedisEars.class);

	private final String channel;

	private final Consumer<String> message;

	private final Runnable began;

	private final AtomicBoolean deaf = new AtomicBoolean(true);

	private final AtomicBoolean said = new AtomicBoolean();

	private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;

	/**
	 * Makes them.
	 * @param channel what to listen to
	 * @param message is told each message
	 * @param began is told when they begin to hear, the first time and once after each
	 * lost connection: messages before may have been missed
	 */
	RedisEars(String channel, Consumer<String> message, Runnable began) {
		this.channel = channel;
		this.message = message;
		this.began = began;
	}

	void open(StatefulRedisPubSubConnection<String, byte[]> connection) {
		connection.addListener((RedisConnectionStateListener) this);
		connection.addListener((RedisPubSubListener<String, byte[]>) this);
		this.connection = connection;
		listen();
	}

	/**
	 * Asks to hear, unless it does.
	 */
	void listen() {
		StatefulRedisPubSubConnection<String, byte[]> open = this.connection;
		if (open != null && this.deaf.get()) {
			open.async().subscribe(this.channel).exceptionally((ex) -> {
				refused(ex);
				return null;
			});
		}
	}

	@Override
	public void message(String channel, byte[] message) {
		this.message.accept(new String(message, StandardCharsets.UTF_8));
	}

	@Override
	public void subscribed(String channel, long count) {
		if (this.deaf.getAndSet(false)) {
			this.said.set(false);
			this.began.run();
		}
	}

	@Override
	public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
		this.deaf.set(true);
	}

	// That Redis is away is said elsewhere.
	private void refused(Throwable failure) {
		if (RedisRefusal.isRefused(failure) && !this.said.getAndSet(true)) {
			logger.warn("Redis does not let us hear what other replicas change: " + RedisRefusal.reason(failure));
		}
	}

}
