package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.lettuce.core.pubsub.RedisPubSubAdapter;

/**
 * Hears what others say in Redis.
 */
final class RedisListener extends RedisPubSubAdapter<String, byte[]> {

	private final Consumer<String> message;

	private final Runnable subscribed;

	/**
	 * Makes one.
	 * @param message is told each message
	 * @param subscribed is told when it begins to hear, the first time and after each
	 * lost connection: messages before may have been missed
	 */
	RedisListener(Consumer<String> message, Runnable subscribed) {
		this.message = message;
		this.subscribed = subscribed;
	}

	@Override
	public void message(String channel, byte[] message) {
		this.message.accept(new String(message, StandardCharsets.UTF_8));
	}

	@Override
	public void subscribed(String channel, long count) {
		this.subscribed.run();
	}

}
