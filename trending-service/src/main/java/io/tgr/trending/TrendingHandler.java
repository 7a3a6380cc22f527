package io.tgr.trending;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code GET /trending}.
 */
@Component
class TrendingHandler {

	private final TrendingQueries queries;

	private final Answers answers;

	TrendingHandler(TrendingQueries queries, Answers answers) {
		this.queries = queries;
		this.answers = answers;
	}

	Mono<ServerResponse> trending(ServerRequest request) {
		return this.answers.answer(this.queries.of(request)).flatMap((answer) -> answer.reply(request));
	}

}
