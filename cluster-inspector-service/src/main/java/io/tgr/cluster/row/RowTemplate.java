package io.tgr.cluster.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodUsage;

/**
 * The JSON of a row with gaps for what changes without it.
 */
final class RowTemplate {

	private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

	private static final byte[] EMPTY = "[]".getBytes(StandardCharsets.UTF_8);

	private final List<byte[]> pieces;

	private final int size;

	private RowTemplate(List<byte[]> pieces) {
		this.pieces = pieces;
		this.size = pieces.stream().mapToInt((piece) -> piece.length + 16).sum();
	}

	static RowTemplate of(PodRow row, JsonMapper json) {
		String text = json.writeValueAsString(PodItem.of(row, PodMoment.NONE));
		List<byte[]> pieces = new ArrayList<>(row.containers().size() + 6);
		int from = cut(text, 0, "restartsText", "\"\"", pieces);
		from = cut(text, from, "age", "\"\"", pieces);
		from = cut(text, from, "owner", "null", pieces);
		for (int i = 0; i <= row.containers().size(); i++) {
			from = cut(text, from, "usage", "null", pieces);
		}
		from = cut(text, from, "warnings", "[]", pieces);
		pieces.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
		return new RowTemplate(List.copyOf(pieces));
	}

	// Inside of a JSON string no quote stands without a backslash, and no label is null.
	private static int cut(String text, int from, String member, String empty, List<byte[]> pieces) {
		String gap = '"' + member + "\":" + empty;
		int at = text.indexOf(gap, from);
		Assert.state(at >= 0, () -> "No " + member + " in a row");
		int end = at + gap.length() - empty.length();
		pieces.add(text.substring(from, end).getBytes(StandardCharsets.UTF_8));
		return end + empty.length();
	}

	int size() {
		return this.size;
	}

	void write(ByteArrayOutputStream out, PodRow row, PodMoment moment, JsonMapper json) {
		int piece = 0;
		out.writeBytes(this.pieces.get(piece++));
		writeText(out, moment.restartsText());
		out.writeBytes(this.pieces.get(piece++));
		writeText(out, moment.age());
		out.writeBytes(this.pieces.get(piece++));
		writeOrNull(out, OwnerItem.of(moment.owner()), json);
		PodUsage usage = moment.usage();
		for (ContainerRow container : row.containers()) {
			out.writeBytes(this.pieces.get(piece++));
			writeOrNull(out, (usage != null) ? usage.containers().get(container.name()) : null, json);
		}
		out.writeBytes(this.pieces.get(piece++));
		writeOrNull(out, UsageItem.of(usage), json);
		out.writeBytes(this.pieces.get(piece++));
		out.writeBytes((moment.warnings().isEmpty()) ? EMPTY
				: json.writeValueAsBytes(moment.warnings().stream().map(WarningItem::of).toList()));
		out.writeBytes(this.pieces.get(piece));
	}

	// Digits, letters, brackets and spaces: nothing to escape.
	private static void writeText(ByteArrayOutputStream out, String text) {
		out.write('"');
		out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
		out.write('"');
	}

	private static void writeOrNull(ByteArrayOutputStream out, @Nullable Object value, JsonMapper json) {
		out.writeBytes((value != null) ? json.writeValueAsBytes(value) : NULL);
	}

}
