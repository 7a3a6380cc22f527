package io.tgr.cluster.kubernetes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Cuts what a watch sends into its lines, of which each is one event. As bytes: a
 * character may lie across two buffers.
 */
final class WatchLines {

	private static final int LIMIT = 8 << 20;

	private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

	void read(ByteBuffer buffer, Consumer<byte[]> line) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.get(bytes);
		int from = 0;
		for (int at = 0; at < bytes.length; at++) {
			if (bytes[at] == '\n') {
				this.begun.write(bytes, from, at - from);
				from = at + 1;
				finish(line);
			}
		}
		this.begun.write(bytes, from, bytes.length - from);
		if (this.begun.size() > LIMIT) {
			throw new IllegalStateException("An event of more than %d bytes".formatted(LIMIT));
		}
	}

	private void finish(Consumer<byte[]> line) {
		byte[] whole = this.begun.toByteArray();
		this.begun.reset();
		if (whole.length > 0) {
			line.accept(whole);
		}
	}

}
