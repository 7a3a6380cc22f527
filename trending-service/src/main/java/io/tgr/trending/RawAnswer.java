package io.tgr.trending;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.details.RawRepository;

/**
 * GitHub's own JSON of some repositories, byte for byte, and why some are missing.
 *
 * @param repositories the JSON of each
 * @param failure what happened to the first of those that are missing, {@code null} when
 * none is
 * @param staleOf when GitHub was asked for the oldest of what is older than it should be,
 * {@code null} if nothing is
 */
record RawAnswer(List<byte[]> repositories, @Nullable Throwable failure, @Nullable Instant staleOf) {

	static RawAnswer of(RawRepository repository) {
		return new RawAnswer(List.of(repository.json()), null, repository.staleOf());
	}

	static RawAnswer failed(Throwable failure) {
		return new RawAnswer(List.of(), failure, null);
	}

	RawAnswer plus(RawAnswer other) {
		List<byte[]> all = new ArrayList<>(this.repositories);
		all.addAll(other.repositories);
		return new RawAnswer(all, (this.failure != null) ? this.failure : other.failure,
				earlier(this.staleOf, other.staleOf));
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.isBefore(other)) ? one : other;
	}

	boolean anything() {
		return !this.repositories.isEmpty();
	}

	byte[] json() {
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		json.writeBytes("{\"repos\":[".getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < this.repositories.size(); i++) {
			if (i > 0) {
				json.write(',');
			}
			json.writeBytes(this.repositories.get(i));
		}
		String status = (this.failure == null) ? "ok" : "ko";
		json.writeBytes("],\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8));
		return json.toByteArray();
	}

}
