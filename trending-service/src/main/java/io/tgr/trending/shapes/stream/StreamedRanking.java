package io.tgr.trending.shapes.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.tgr.trending.EncodedAnswer;

/**
 * A ranking as an event, written once for all who follow it.
 *
 * @param id the tag of its content
 * @param event its bytes
 */
record StreamedRanking(String id, byte[] event) {

	static StreamedRanking of(EncodedAnswer answer) {
		String id = id(answer);
		ByteArrayOutputStream event = new ByteArrayOutputStream(answer.plain().body().length + 100);
		event.writeBytes("id: %s\ndata: ".formatted(id).getBytes(StandardCharsets.UTF_8));
		event.writeBytes(answer.plain().body());
		event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
		return new StreamedRanking(id, event.toByteArray());
	}

	boolean isOf(EncodedAnswer answer) {
		return this.id.equals(id(answer));
	}

	private static String id(EncodedAnswer answer) {
		return answer.plain().tag().replace("\"", "");
	}

}
