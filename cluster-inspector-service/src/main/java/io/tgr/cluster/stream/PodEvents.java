package io.tgr.cluster.stream;

import java.time.Clock;
import java.util.function.BiPredicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.access.View;
import io.tgr.cluster.query.PodFilter;
import io.tgr.cluster.query.PodPages;
import io.tgr.cluster.row.CallerRights;
import io.tgr.cluster.row.RowWriter;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.Owners;
import io.tgr.cluster.watch.PodCache;
import io.tgr.cluster.watch.PodChange;
import io.tgr.cluster.watch.Position;
import io.tgr.common.web.OpenStreams;
import io.tgr.common.web.Problem;

/**
 * The pods as they change, as server-sent events.
 */
@Component
public final class PodEvents {

	private static final Log logger = LogFactory.getLog(PodEvents.class);

	private static final Object HEARTBEAT = new Object();

	private final PodCache cache;

	private final Owners owners;

	private final Freshness freshness;

	private final PodPages pages;

	private final CallerRights rights;

	private final OpenStreams streams;

	private final StreamProperties properties;

	private final EventWriter writer;

	private final Clock clock;

	PodEvents(PodCache cache, Owners owners, Freshness freshness, PodPages pages, CallerRights rights, RowWriter rows,
			OpenStreams streams, StreamProperties properties, JsonMapper json, Clock clock) {
		this.cache = cache;
		this.owners = owners;
		this.freshness = freshness;
		this.pages = pages;
		this.rights = rights;
		this.streams = streams;
		this.properties = properties;
		this.writer = new EventWriter(json, rows);
		this.clock = clock;
	}

	/**
	 * Follows pods until the caller goes, may see them no longer, or this service stops.
	 * @param filter which pods
	 * @param view what the caller may see
	 * @param recheck asks again what the caller may see
	 * @param lastEventId how far the caller has come, {@code null} for not at all
	 * @return the events, each as it leaves
	 */
	public Flux<byte[]> follow(PodFilter filter, View view, Mono<View> recheck, @Nullable String lastEventId) {
		return sight(filter, view).flatMapMany((sight) -> {
			Position position = position(sight, lastEventId);
			Following following = new Following(filter, this.owners, this.freshness, this.writer, this.clock, sight,
					lastEventId != null, position);
			Flux<Sight> sights = sights(filter, sight, recheck).doOnNext(following::see);
			Flux<PodChange> changes = changes(sights, position);
			Flux<Object> heartbeats = Flux.interval(this.properties.heartbeat())
				.onBackpressureDrop()
				.map((tick) -> HEARTBEAT);
			return Flux.<Object>merge(changes, heartbeats).<byte[]>handle((signal, sink) -> {
				if (signal instanceof PodChange change) {
					following.write(change, sink);
				}
				else {
					sink.next(following.heartbeat());
				}
			});
		})
			.startWith(this.writer.begin())
			.onErrorResume((ex) -> Mono.just(error(ex)))
			.takeUntilOther(this.streams.end());
	}

	// Who saw other namespaces then lacks rows, or has too many.
	private @Nullable Position position(Sight sight, @Nullable String lastEventId) {
		String mark = sight.mark();
		return (lastEventId != null && lastEventId.endsWith(mark))
				? Position.parse(lastEventId.substring(0, lastEventId.length() - mark.length())) : null;
	}

	// Whoever sees other namespaces from now on begins again.
	private Flux<PodChange> changes(Flux<Sight> sights, @Nullable Position position) {
		BiPredicate<Sight, Sight> same = Sight::sameView;
		return sights.distinctUntilChanged((sight) -> sight, same)
			.index()
			.switchMap((seen) -> this.cache.changes().after((seen.getT1() == 0) ? position : null));
	}

	private Flux<Sight> sights(PodFilter filter, Sight first, Mono<View> recheck) {
		Mono<Sight> again = recheck.flatMap((view) -> sight(filter, view))
			.onErrorResume((ex) -> !isRefusal(ex), (ex) -> Mono.empty());
		return Flux.interval(this.properties.recheck())
			.onBackpressureDrop()
			.concatMap((tick) -> again, 1)
			.startWith(first);
	}

	private Mono<Sight> sight(PodFilter filter, View view) {
		return this.rights.in(view, this.pages.namespaces(filter, view)).map((parts) -> new Sight(view, parts));
	}

	// While the API server cannot be asked, nothing new comes from it either.
	private static boolean isRefusal(Throwable failure) {
		return failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError();
	}

	private byte[] error(Throwable failure) {
		Problem problem = Problem.of(failure, this.clock.instant());
		if (problem.status() == 500) {
			logger.error("Failed to follow pods", failure);
		}
		return this.writer.event("ERROR", null, problem);
	}

}
