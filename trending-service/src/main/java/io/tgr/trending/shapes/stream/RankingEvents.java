package io.tgr.trending.shapes.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

import io.tgr.common.web.OpenStreams;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.TrendingQuery;

/**
 * A ranking as it is now and each time that it has changed, as server-sent events.
 */
@Component
class RankingEvents {

	private static final Object HEARTBEAT = new Object();

	private final FollowedRankings followed;

	private final OpenStreams streams;

	private final StreamMetrics metrics;

	private final Duration heartbeat;

	private final byte[] beginning;

	RankingEvents(FollowedRankings followed, OpenStreams streams, StreamMetrics metrics, StreamProperties properties) {
		this.followed = followed;
		this.streams = streams;
		this.metrics = metrics;
		this.heartbeat = properties.heartbeat();
		this.beginning = ": trending\nretry: %d\n\n".formatted(properties.retry().toMillis())
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Follows a question until the client goes or this service stops.
	 * @param query the question
	 * @param first its answer as it is now
	 * @param lastEventId the ranking that the client has, {@code null} for none
	 * @param request where it came from
	 * @return the events, each as it leaves
	 */
	Flux<byte[]> follow(TrendingQuery query, EncodedAnswer first, @Nullable String lastEventId,
			ServerHttpRequest request) {
		Follower follower = new Follower(ClientConnection.of(request), this.metrics, lastEventId);
		Flux<StreamedRanking> rankings = this.followed.of(query)
			.onBackpressureLatest()
			.startWith(StreamedRanking.of(first));
		Flux<Object> heartbeats = Flux.interval(this.heartbeat).onBackpressureDrop().map((tick) -> HEARTBEAT);
		return Flux.<Object>merge(rankings, heartbeats).<byte[]>handle((signal, sink) -> {
			byte[] event = (signal instanceof StreamedRanking ranking) ? follower.ranking(ranking)
					: follower.heartbeat();
			if (event != null) {
				sink.next(event);
			}
		}).startWith(this.beginning).takeUntilOther(this.streams.end());
	}

}
