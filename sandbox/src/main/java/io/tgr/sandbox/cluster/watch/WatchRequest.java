package io.tgr.sandbox.cluster.watch;

import java.time.Duration;

import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.select.Selection;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * A watch that is asked for.
 *
 * @param type the kind of objects
 * @param selection which of them
 * @param after the version after which it starts; 0 to begin with all there are
 * @param bookmarks whether it wants to be told of versions without changes
 * @param timeout how long it lasts at most; zero to leave that to the server
 */
record WatchRequest(ResourceType type, Selection selection, long after, boolean bookmarks, Duration timeout) {

	static WatchRequest of(RequestInfo info, ResourceType type, ServerRequest request) {
		String version = request.queryParam("resourceVersion").filter((text) -> !text.isEmpty()).orElse("0");
		if (!version.matches("\\d+")) {
			throw ApiErrors.of(500, null, "resourceVersion: Invalid value: \"" + version
					+ "\": strconv.ParseUint: parsing \"" + version + "\": invalid syntax", null);
		}
		boolean initial = request.queryParam("sendInitialEvents").filter("true"::equals).isPresent();
		boolean bookmarks = request.queryParam("allowWatchBookmarks").filter("true"::equals).isPresent();
		String timeout = request.queryParam("timeoutSeconds").filter((text) -> text.matches("\\d{1,9}")).orElse("0");
		return new WatchRequest(type, Selection.of(info, type, request), initial ? 0 : Long.parseLong(version),
				bookmarks, Duration.ofSeconds(Long.parseLong(timeout)));
	}

}
