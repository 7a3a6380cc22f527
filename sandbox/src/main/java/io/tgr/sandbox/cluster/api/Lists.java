package io.tgr.sandbox.cluster.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.Snapshot;
import io.tgr.sandbox.cluster.store.VersionGoneException;

/**
 * Lists objects, in chunks that belong together.
 */
@Component
class Lists {

	private final ObjectStore store;

	Lists(ObjectStore store) {
		this.store = store;
	}

	Chunk chunk(ListRequest request) {
		requireKnown(request.version());
		ContinueToken token = request.token();
		Snapshot snapshot = snapshot(request, token);
		List<ObjectNode> rest = snapshot.objects()
			.stream()
			.filter((object) -> token == null || token.reaches(ObjectKey.of(object).path()))
			.filter(request.selection()::matches)
			.toList();
		if (request.whole() || rest.size() <= request.limit()) {
			return new Chunk(metadata(snapshot.version(), null, 0), rest);
		}
		List<ObjectNode> first = rest.subList(0, request.limit());
		ObjectKey last = ObjectKey.of(first.get(first.size() - 1));
		int remaining = request.selection().narrowed() ? 0 : rest.size() - first.size();
		ContinueToken next = ContinueToken.after(snapshot.version(), last.path());
		return new Chunk(metadata(snapshot.version(), next, remaining), first);
	}

	private Snapshot snapshot(ListRequest request, @Nullable ContinueToken token) {
		if (token == null || token.version() < 0) {
			return this.store.list(request.type());
		}
		try {
			return this.store.list(request.type(), token.version());
		}
		catch (VersionGoneException ex) {
			throw ApiErrors.staleList(new ContinueToken(-1, token.start()).text());
		}
	}

	private void requireKnown(String version) {
		long present = this.store.version();
		if (!version.isEmpty() && Long.parseLong(version) > present) {
			ObjectNode details = JsonNodeFactory.instance.objectNode();
			details.putArray("causes")
				.addObject()
				.put("reason", "ResourceVersionTooLarge")
				.put("message", "Too large resource version");
			throw ApiErrors.of(504, "Timeout",
					"Timeout: Too large resource version: " + version + ", current: " + present,
					details.put("retryAfterSeconds", 1));
		}
	}

	private static ObjectNode metadata(long version, @Nullable ContinueToken next, int remaining) {
		ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("resourceVersion", Long.toString(version));
		if (next != null) {
			metadata.put("continue", next.text());
		}
		return (remaining > 0) ? metadata.put("remainingItemCount", remaining) : metadata;
	}

	/**
	 * A part of a list.
	 *
	 * @param metadata its version, and how it goes on
	 * @param objects its objects
	 */
	record Chunk(ObjectNode metadata, List<ObjectNode> objects) {

	}

}
