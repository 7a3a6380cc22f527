package io.tgr.trending.shapes.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Answers;
import io.tgr.trending.DescribedQuery;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.TrendingQueries;

/**
 * {@code GET /trending.atom} and {@code GET /trending.rss}.
 */
@Component
class FeedHandler {

	private final TrendingQueries queries;

	private final Answers answers;

	private final AnswerShape atom;

	private final AnswerShape rss;

	FeedHandler(TrendingQueries queries, Answers answers, FeedProperties properties) {
		this.queries = queries;
		this.answers = answers;
		this.atom = new AtomShape(properties);
		this.rss = new RssShape(properties);
	}

	@Operation(operationId = "trendingAtom", summary = "What is trending, as an Atom feed")
	@DescribedQuery
	@ApiResponse(responseCode = "200", description = "An entry for each repository",
			content = @Content(mediaType = MediaType.APPLICATION_ATOM_XML_VALUE, schema = @Schema(type = "string")))
	Mono<ServerResponse> atom(ServerRequest request) {
		return this.answers.answer(this.queries.of(request, this.atom)).flatMap(EncodedAnswer::reply);
	}

	@Operation(operationId = "trendingRss", summary = "What is trending, as an RSS feed")
	@DescribedQuery
	@ApiResponse(responseCode = "200", description = "An item for each repository",
			content = @Content(mediaType = MediaType.APPLICATION_RSS_XML_VALUE, schema = @Schema(type = "string")))
	Mono<ServerResponse> rss(ServerRequest request) {
		return this.answers.answer(this.queries.of(request, this.rss)).flatMap(EncodedAnswer::reply);
	}

}
