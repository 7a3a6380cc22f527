package io.tgr.trending;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;

/**
 * Routes that only read: any other method, and who takes nothing of what they give, is
 * refused.
 */
@Component
public final class ReadingRoutes {

	private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

	private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

	private final AnswerDeadline deadline;

	ReadingRoutes(AnswerDeadline deadline) {
		this.deadline = deadline;
	}

	RouterFunction<ServerResponse> at(String path, HandlerFunction<ServerResponse> handler) {
		return at(path, JSON, handler);
	}

	/**
	 * A route whose answer has to begin in time.
	 * @param path its path
	 * @param given what it gives; the first is what it is, the others what it may pass
	 * for
	 * @param handler answers
	 * @return the route
	 */
	public RouterFunction<ServerResponse> at(String path, List<MediaType> given,
			HandlerFunction<ServerResponse> handler) {
		return RouterFunctions.route(RequestPredicates.path(path), (request) -> {
			requireReading(request);
			Negotiation.require(request.headers().asHttpHeaders(), given);
			return this.deadline.hold(handler.handle(request));
		});
	}

	private static void requireReading(ServerRequest request) {
		if (!READING.contains(request.method())) {
			throw new MethodNotAllowedException(request.method(), READING);
		}
	}

}
