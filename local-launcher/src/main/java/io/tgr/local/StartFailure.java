package io.tgr.local;

import java.net.BindException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says why a part of the launcher did not start.
 */
final class StartFailure {

	private StartFailure() {
	}

	static StartException of(String part, Port port, Throwable failure) {
		FailureAnalysis analysis = LastFailureAnalysis.take();
		if (failure instanceof StartException known) {
			return known;
		}
		if (causes(failure)
			.anyMatch((cause) -> cause instanceof BindException || cause instanceof PortInUseException)) {
			return port.taken(failure);
		}
		return new StartException(part + " did not start: " + reason(analysis, failure), failure);
	}

	private static String reason(@Nullable FailureAnalysis analysis, Throwable failure) {
		if (analysis == null) {
			Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
			return oneLine(root + " (DEBUG=True tells more)");
		}
		String action = analysis.getAction();
		return oneLine((action != null) ? analysis.getDescription() + " " + action : analysis.getDescription());
	}

	private static String oneLine(@Nullable String text) {
		return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause);
	}

}
