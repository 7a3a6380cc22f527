package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes what Redis holds: what has to be compared is compared there, in one step with
 * the change, and the others are told.
 */
final class RedisWrites {

	private static final Script PUT = Script.of(RedisWrites.class, "put.lua");

	private static final Script DELETE = Script.of(RedisWrites.class, "delete.lua");

	private static final int AT_ONCE = 100;

	private final RedisLink link;

	private final String prefix;

	private final String writer;

	private final Clock clock;

	RedisWrites(RedisLink link, String prefix, String writer, Clock clock) {
		this.link = link;
		this.prefix = prefix;
		this.writer = writer;
		this.clock = clock;
	}

	Mono<Integer> put(Collection<StoredEntry> entries, @Nullable Fence fence) {
		return Flux.defer(() -> {
			Instant now = this.clock.instant();
			return Flux.fromIterable(entries)
				.filter((entry) -> entry.expiresAt() == null || entry.expiresAt().isAfter(now))
				.buffer(AT_ONCE)
				.concatMap((some) -> put(some, fence, now));
		}).map((answer) -> {
			if (fence != null && answer.get(0).equals("stale")) {
				throw new StaleFenceException(fence);
			}
			return Integer.parseInt(answer.get(1));
		}).reduce(0, Integer::sum);
	}

	Mono<Void> delete(Collection<String> keys) {
		return Flux.fromIterable(keys)
			.map((key) -> this.prefix + key)
			.buffer(AT_ONCE)
			.concatMap((some) -> this.link.run(DELETE, some.toArray(String[]::new), arguments()))
			.then();
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private Mono<List<String>> put(List<StoredEntry> entries, @Nullable Fence fence, Instant now) {
		String lease = (fence != null) ? this.prefix + "lease/" + fence.lease() : "";
		String[] keys = Stream
			.concat(Stream.of(lease), entries.stream().map((entry) -> this.prefix + entry.key()))
			.toArray(String[]::new);
		List<byte[]> arguments = new ArrayList<>(Arrays.asList(arguments()));
		arguments.add(bytes((fence != null) ? String.valueOf(fence.value()) : ""));
		entries.forEach((entry) -> {
			arguments.add(StoredBytes.of(entry));
			arguments.add(bytes(StoredBytes.life(entry, now)));
		});
		return this.link.run(PUT, keys, arguments.toArray(byte[][]::new));
	}

	private byte[][] arguments() {
		return new byte[][] { bytes(this.writer), bytes(this.prefix + "changes"),
				bytes(String.valueOf(this.prefix.length())) };
	}

}
