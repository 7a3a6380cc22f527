package io.tgr.trending.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.store.Fence;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.memory.Leadership;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Window;
import io.tgr.trending.record.NewerRecordException;

/**
 * Keeps the ranking of every language swept unasked once a day: when everything due was
 * measured after the day turned, or shortly before the day ends with what there is. Only
 * the replica that refreshes does.
 */
class Archivist implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Archivist.class);

	private final KeptDays kept;

	private final Archive archive;

	private final Rankings rankings;

	private final Discovery discovery;

	private final Leadership leadership;

	private final FormulaProperties formula;

	private final ArchiveProperties properties;

	private final Scheduler scheduler;

	private final Clock clock;

	private final Set<RankingKey> done = new HashSet<>();

	private volatile @Nullable Disposable running;

	Archivist(KeptDays kept, Archive archive, Rankings rankings, Discovery discovery, Leadership leadership,
			FormulaProperties formula, ArchiveProperties properties, Scheduler scheduler, Clock clock) {
		this.kept = kept;
		this.archive = archive;
		this.rankings = rankings;
		this.discovery = discovery;
		this.leadership = leadership;
		this.formula = formula;
		this.properties = properties;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@Override
	public void start() {
		Mono<Void> step = Mono.defer(this::step).onErrorResume((failure) -> {
			logger.warn("A ranking could not be kept, and is tried again", failure);
			return Mono.empty();
		});
		this.running = step.then(Mono.delay(this.properties.interval(), this.scheduler))
			.repeat()
			.subscribeOn(this.scheduler)
			.subscribe(null, (failure) -> logger.error("No rankings are kept until the next start", failure));
	}

	@Override
	public void stop() {
		Disposable work = this.running;
		this.running = null;
		if (work != null) {
			work.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	/**
	 * Keeps what is final and not kept yet.
	 * @return completes when it is written; fails if the store does not answer
	 */
	Mono<Void> step() {
		Optional<Fence> fence = this.leadership.fence();
		if (fence.isEmpty()) {
			return Mono.empty();
		}
		Instant now = this.clock.instant();
		LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
		boolean lastChance = !LocalTime.ofInstant(now, ZoneOffset.UTC).isBefore(this.properties.lastChance());
		this.done.removeIf((key) -> !yesterday.equals(key.date()));
		List<RankingKey> due = new ArrayList<>();
		for (Optional<String> language : this.discovery.planned()) {
			if (lastChance || this.discovery.isCurrent(language.orElse(null))) {
				for (Window window : Window.values()) {
					due.add(new RankingKey(language.stream().toList(), window, yesterday));
				}
			}
		}
		due.removeAll(this.done);
		return Flux.fromIterable(due).concatMapDelayError((key) -> keep(key, fence.get())).then();
	}

	// Whoever stepped back to this version may go forward again.
	private Mono<Void> keep(RankingKey key, Fence fence) {
		LocalDate date = Objects.requireNonNull(key.date());
		Optional<String> language = key.scopes().get(0);
		return this.kept.replaceable(language, new Period(key.window(), date)).flatMap((board) -> {
			if (board.on(date) != null) {
				this.done.add(key);
				return Mono.empty();
			}
			return this.rankings.newest(new RankingKey(key.languages(), key.window()))
				.publishOn(this.scheduler)
				.filter((ranking) -> ranking.period().to().equals(date) && ranking.measured() > 0)
				.flatMap((ranking) -> keep(key, language, ranking, board, fence));
		}).onErrorResume(NewerRecordException.class, (newer) -> Mono.fromRunnable(() -> this.done.add(key)));
	}

	private Mono<Void> keep(RankingKey key, Optional<String> language, Ranking ranking, Board board, Fence fence) {
		LocalDate date = ranking.period().to();
		boolean complete = this.discovery.isCurrent(language.orElse(null));
		List<RankedRepository> byScore = top(ranking, Sort.SCORE);
		Set<RankedRepository> rows = new LinkedHashSet<>(byScore);
		rows.addAll(top(ranking, Sort.GAINED));
		KeptRanking summary = new KeptRanking(ranking, Objects.requireNonNull(ranking.asOf()), complete,
				ranking.candidates(), ranking.measured(), (complete) ? List.of() : List.of("pending"),
				this.formula.name(), this.formula.version());
		long[] ids = byScore.stream().mapToLong((row) -> row.candidate().id()).toArray();
		Board next = board.and(new Board.Day(date, complete, ids), this.kept.oldest(date));
		return this.kept.keep(language, summary, List.copyOf(rows), next, fence).doOnSuccess((written) -> {
			this.done.add(key);
			this.archive.changed();
			logger.debug("The ranking of " + key + " is kept");
		});
	}

	private static List<RankedRepository> top(Ranking ranking, Sort sort) {
		List<RankedRepository> rows = ranking.rows(sort);
		return rows.subList(0, Math.min(Board.PLACES, rows.size()));
	}

}
