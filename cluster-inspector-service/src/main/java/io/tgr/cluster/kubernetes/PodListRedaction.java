package io.tgr.cluster.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Redacts a list of pods while it is read: one pod at a time is held as a tree.
 */
final class PodListRedaction {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Right right;

	private final long limit;

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private @Nullable String next;

	PodListRedaction(Right right, long limit) {
		this.right = right;
		this.limit = limit;
	}

	RedactedPage read(InputStream list) {
		try (JsonParser from = JSON.createParser(list); JsonGenerator to = JSON.createGenerator(this.written)) {
			if (from.nextToken() != JsonToken.START_OBJECT) {
				throw new StreamReadException(from, "No object");
			}
			to.writeStartObject();
			while (from.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = from.currentName();
				to.writeName(name);
				from.nextToken();
				if ("items".equals(name) && from.currentToken() == JsonToken.START_ARRAY) {
					copyItems(from, to);
				}
				else {
					JsonNode value = from.readValueAsTree();
					this.next = ("metadata".equals(name)) ? value.path("continue").asString(null) : this.next;
					to.writeTree(value);
				}
			}
			to.writeEndObject();
		}
		return new RedactedPage(this.written.toByteArray(),
				(this.next != null && !this.next.isEmpty()) ? this.next : null);
	}

	private void copyItems(JsonParser from, JsonGenerator to) {
		to.writeStartArray();
		while (from.nextToken() == JsonToken.START_OBJECT) {
			JsonNode pod = from.readValueAsTree();
			PodRedaction.apply(pod);
			to.writeTree(pod);
			if (this.written.size() > this.limit) {
				throw new KubernetesException(KubernetesFailure.INVALID, this.right,
						"The page is larger than %d bytes: ask for fewer pods".formatted(this.limit), null, null);
			}
		}
		to.writeEndArray();
	}

}
