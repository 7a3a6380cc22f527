package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps the end of a log, at most so many bytes of it. The API server itself can only cut
 * off the newest lines.
 */
final class LogReader {

	private final byte[] kept;

	private long read;

	LogReader(int bytes) {
		this.kept = new byte[bytes];
	}

	LogReader read(InputStream log) throws IOException {
		byte[] piece = new byte[8192];
		for (int count = log.read(piece); count >= 0; count = log.read(piece)) {
			keep(piece, count);
		}
		return this;
	}

	private void keep(byte[] piece, int count) {
		for (int index = Math.max(0, count - this.kept.length); index < count; index++) {
			this.kept[(int) ((this.read + index) % this.kept.length)] = piece[index];
		}
		this.read += count;
	}

	LogTail tail(EnvironmentValues environment) {
		boolean cut = this.read > this.kept.length;
		byte[] bytes = Arrays.copyOf(this.kept, (int) Math.min(this.read, this.kept.length));
		if (cut) {
			int start = (int) (this.read % this.kept.length);
			System.arraycopy(this.kept, start, bytes, 0, bytes.length - start);
			System.arraycopy(this.kept, 0, bytes, bytes.length - start, start);
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		// Half a line may hold half a value.
		String whole = (cut) ? text.substring(text.indexOf('\n') + 1) : text;
		return new LogTail(environment.mask(whole).lines().toList(), cut);
	}

}
