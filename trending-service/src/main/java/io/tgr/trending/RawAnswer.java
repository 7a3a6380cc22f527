package io.tgr.trending;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * GitHub's own JSON of some repositories, byte for byte, and why some are missing.
 *
 * @param repositories the JSON of each
 * @param failure what happened to the first of those that are missing, {@code null} when
 * none is
 * @param asOf when it was found out which they are, {@code null} for just now
 */
record RawAnswer(List<byte[]> repositories, @Nullable Throwable failure, @Nullable Instant asOf) {

	static RawAnswer of(byte[] repository) {
		return new RawAnswer(List.of(repository), null, null);
	}

	static RawAnswer failed(Throwable failure) {
		return new RawAnswer(List.of(), failure, null);
	}

	RawAnswer plus(RawAnswer other) {
		List<byte[]> all = new ArrayList<>(this.repositories);
		all.addAll(other.repositories);
		return new RawAnswer(all, (this.failure != null) ? this.failure : other.failure,
				(this.asOf != null) ? this.asOf : other.asOf);
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
