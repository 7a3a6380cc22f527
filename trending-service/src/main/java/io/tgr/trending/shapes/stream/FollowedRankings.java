package io.tgr.trending.shapes.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.trending.Answers;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.TrendingQuery;

/**
 * Looks again and again at the questions that somebody follows: once for all who follow
 * the same one, and no longer than anybody does.
 */
@Component
class FollowedRankings {

	private static final Logger log = LoggerFactory.getLogger(FollowedRankings.class);

	private final Answers answers;

	private final StreamMetrics metrics;

	private final Duration check;

	private final Map<TrendingQuery, Flux<StreamedRanking>> followed = new ConcurrentHashMap<>();

	FollowedRankings(Answers answers, StreamMetrics metrics, StreamProperties properties, MeterRegistry meters) {
		this.answers = answers;
		this.metrics = metrics;
		this.check = properties.check();
		Gauge.builder("tgr.trending.stream.questions", this.followed, Map::size)
			.description("Questions that somebody follows: so many are looked at")
			.register(meters);
	}

	Flux<StreamedRanking> of(TrendingQuery query) {
		return Flux.defer(() -> this.followed.computeIfAbsent(query, this::follow));
	}

	// Every look is told, also one that brought nothing new: who begins to follow between
	// two looks misses none.
	private Flux<StreamedRanking> follow(TrendingQuery query) {
		AtomicReference<@Nullable StreamedRanking> last = new AtomicReference<>();
		return Flux.interval(this.check).onBackpressureDrop().concatMap((tick) -> look(query), 0).map((answer) -> {
			StreamedRanking held = last.get();
			StreamedRanking ranking = (held != null && held.isOf(answer)) ? held : StreamedRanking.of(answer);
			last.set(ranking);
			return ranking;
		}).doFinally((end) -> this.followed.remove(query)).publish().refCount();
	}

	// Who follows has an answer already; the next look may bring a newer one.
	private Mono<EncodedAnswer> look(TrendingQuery query) {
		return this.answers.known(query).onErrorResume((failure) -> {
			log.debug("No new ranking", failure);
			this.metrics.failedLook();
			return Mono.empty();
		});
	}

}
