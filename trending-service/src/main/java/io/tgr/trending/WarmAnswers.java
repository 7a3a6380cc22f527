package io.tgr.trending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.archive.Archive;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.RankingProperties;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.SharedRuns;

/**
 * Encoded answers in memory, bounded by bytes: a question is ranked and encoded once for
 * what is known, whoever asks it.
 */
@Component
final class WarmAnswers {

	private final Rankings rankings;

	private final Archive archive;

	private final Discovery discovery;

	private final AnswerComposer composer;

	private final AnswerEncoder encoder;

	private final Scheduler scheduler;

	private final Duration maxLag;

	private final Duration maxAge;

	private final Clock clock;

	private final Cache<TrendingQuery, ReadyAnswer> ready;

	private final SharedRuns<TrendingQuery, ReadyAnswer> runs = new SharedRuns<>();

	WarmAnswers(Rankings rankings, Archive archive, Discovery discovery, AnswerComposer composer, AnswerEncoder encoder,
			Scheduler rankingScheduler, RankingProperties ranking, AnswerProperties properties, Clock clock,
			MeterRegistry registry) {
		this.rankings = rankings;
		this.archive = archive;
		this.discovery = discovery;
		this.composer = composer;
		this.encoder = encoder;
		this.scheduler = rankingScheduler;
		this.maxLag = ranking.maxLag();
		this.maxAge = properties.maxAge();
		this.clock = clock;
		this.ready = Caffeine.newBuilder()
			.maximumWeight(properties.cache().toBytes())
			.weigher((TrendingQuery query, ReadyAnswer answer) -> answer.encoded().size() + 500)
			.recordStats()
			.build();
		CaffeineCacheMetrics.monitor(registry, this.ready, "trending-answers");
	}

	List<SweepState> states(RankingKey key) {
		return key.scopes().stream().map((language) -> this.discovery.state(language.orElse(null))).toList();
	}

	/**
	 * Looks the answer up.
	 * @param query the question
	 * @return the answer, {@code null} if it is not in memory or says less than is known
	 */
	@Nullable ReadyAnswer ready(TrendingQuery query) {
		ReadyAnswer answer = this.ready.getIfPresent(query);
		if (answer == null || answer.checkedWithin(this.maxLag)) {
			return answer;
		}
		Ranking current = this.rankings.ready(query.key());
		if (current != null && answer.restsOn(current, states(query.key()),
				this.archive.readyBefore(query.key(), current.period().to()))) {
			answer.checked();
			return answer;
		}
		return null;
	}

	/**
	 * Makes the answer from what is known, at most a lag behind it.
	 * @param query the question
	 * @return the answer
	 */
	Mono<ReadyAnswer> current(TrendingQuery query) {
		return this.runs.join(query, encode(query, this.rankings.current(query.key())));
	}

	/**
	 * Makes the answer from what is known by now.
	 * @param query the question
	 * @return the answer
	 */
	Mono<ReadyAnswer> newest(TrendingQuery query) {
		return this.rankings.newest(query.key())
			.flatMap((ranking) -> this.runs.join(query, encode(query, Mono.just(ranking))));
	}

	private Mono<ReadyAnswer> encode(TrendingQuery query, Mono<Ranking> ranking) {
		return ranking.zipWhen((ranked) -> this.archive.before(query.key(), ranked.period().to()))
			.publishOn(this.scheduler)
			.map((found) -> encode(query, new Basis(found.getT1(), states(query.key()), List.of(), found.getT2())))
			.doOnNext((answer) -> this.ready.put(query, answer));
	}

	private ReadyAnswer encode(TrendingQuery query, Basis basis) {
		TrendingAnswer answer = this.composer.compose(query, basis);
		EncodedAnswer encoded = this.encoder.encode(query, answer, (answer.complete()) ? this.maxAge : Duration.ZERO);
		return new ReadyAnswer(encoded, basis, answer);
	}

}
