package io.tgr.trending;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.common.web.InvalidParameterException;

/**
 * Refuses parameters nobody reads, naming those that may have been meant.
 */
final class UnknownParameters {

	private UnknownParameters() {
	}

	static void refuse(ServerRequest request, Set<String> known) {
		request.queryParams().forEach((name, values) -> {
			if (!known.contains(name)) {
				String allowed = (known.isEmpty()) ? "no parameters here"
						: "one of the parameters " + String.join(", ", new TreeSet<>(known));
				throw new InvalidParameterException(name, (values.isEmpty()) ? null : values.get(0), allowed,
						Nearest.to(name, known));
			}
		});
	}

	static void refuseAll(ServerRequest request) {
		refuse(request, Set.of());
	}

}
