package io.tgr.cluster.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.row.RowWriter;
import io.tgr.cluster.row.VisibleParts;

/**
 * Writes server-sent events.
 */
final class EventWriter {

	private static final byte[] DATA = "data: ".getBytes(StandardCharsets.UTF_8);

	private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

	private final JsonMapper json;

	private final RowWriter rows;

	EventWriter(JsonMapper json, RowWriter rows) {
		this.json = json;
		this.rows = rows;
	}

	byte[] row(String event, @Nullable String id, PodRow row, VisibleParts parts, Instant now) {
		ByteArrayOutputStream out = head(event, id);
		this.rows.write(out, row, parts, now);
		out.writeBytes(END);
		return out.toByteArray();
	}

	byte[] event(String event, @Nullable String id, Object data) {
		ByteArrayOutputStream out = head(event, id);
		out.writeBytes(this.json.writeValueAsBytes(data));
		out.writeBytes(END);
		return out.toByteArray();
	}

	// Without data nothing is dispatched, but a client that resumes goes on from the id.
	byte[] bookmark(@Nullable String id) {
		return text((id != null) ? ": bookmark %s\nid: %s\n\n".formatted(id, id) : ": nothing to go on from yet\n\n");
	}

	byte[] begin() {
		return text(": pods\nretry: 2000\n\n");
	}

	private static ByteArrayOutputStream head(String event, @Nullable String id) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
		out.writeBytes(text("event: " + event + "\n" + ((id != null) ? "id: " + id + "\n" : "")));
		out.writeBytes(DATA);
		return out;
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
