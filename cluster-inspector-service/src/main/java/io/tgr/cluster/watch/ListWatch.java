package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.Chunk;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.WatchEvent;
import io.tgr.cluster.watch.Keeper.Listing;

/**
 * Lists, and watches from there on. A watch that ends is resumed where it ended; only if
 * the API server does not remember that far it is listed again.
 *
 * @param <R> what is kept of one object
 */
final class ListWatch<R> {

	private static final Log logger = LogFactory.getLog(ListWatch.class);

	/**
	 * A watch that ends within it is not resumed at once, unless it told something.
	 */
	private static final long SHORT_MILLIS = 1000;

	private static final int PREFETCH = 64;

	private final WatchSource<R> source;

	private final Keeper<R> keeper;

	private final Scope scope;

	private final WatchListener listener;

	private final Backoff backoff;

	private final Scheduler scheduler;

	private @Nullable String version;

	private long openedAt;

	ListWatch(WatchSource<R> source, Keeper<R> keeper, Scope scope, WatchListener listener, Backoff backoff,
			Scheduler scheduler) {
		this.source = source;
		this.keeper = keeper;
		this.scope = scope;
		this.listener = listener;
		this.backoff = backoff;
		this.scheduler = scheduler;
	}

	/**
	 * Goes on until it is canceled.
	 * @return never ends
	 */
	Mono<Void> run() {
		return Mono.defer(this::step).subscribeOn(this.scheduler).repeat().then();
	}

	private Mono<Void> step() {
		String from = this.version;
		this.openedAt = now();
		return (from != null) ? watch(from).onErrorResume((failure) -> failed("watch", failure))
				: list().onErrorResume((failure) -> failed("list", failure));
	}

	private Mono<Void> list() {
		Listing<R> listing = this.keeper.listing(this.scope);
		return this.source.list(null)
			.expand((chunk) -> (chunk.next() != null) ? this.source.list(chunk.next()) : Mono.empty())
			.publishOn(this.scheduler)
			.doOnNext((chunk) -> chunk.items().forEach(listing::add))
			.last()
			.doOnNext((last) -> listed(listing, last))
			.then();
	}

	private void listed(Listing<R> listing, Chunk<R> last) {
		listing.complete();
		this.version = last.resourceVersion();
		this.listener.listed(Duration.ofMillis(now() - this.openedAt));
	}

	private Mono<Void> watch(String from) {
		return this.source.watch(from)
			.publishOn(this.scheduler, PREFETCH)
			.doOnNext(this::told)
			.then(Mono.defer(() -> (this.backoff.none() || !isShort()) ? Mono.empty() : rest(null)));
	}

	private void told(WatchEvent<R> event) {
		R item = event.object();
		if (item != null && event.type() == WatchEvent.Type.DELETED) {
			this.keeper.remove(this.scope, item);
		}
		else if (item != null) {
			this.keeper.put(this.scope, item);
		}
		this.version = event.resourceVersion();
		if (item != null || !isShort()) {
			this.backoff.reset();
		}
		this.listener.heard();
	}

	private Mono<Void> failed(String call, Throwable failure) {
		if (!(failure instanceof KubernetesException known)) {
			logger.error("Lists %s again after an error of our own".formatted(this.scope), failure);
			this.version = null;
			return rest(null);
		}
		this.listener.failed(call, known);
		if (known.failure() != KubernetesFailure.GONE) {
			return rest(known.retryAfter());
		}
		this.version = null;
		boolean first = this.backoff.none();
		Duration wait = this.backoff.next(known.retryAfter());
		return (first) ? Mono.empty() : Mono.delay(wait, this.scheduler).then();
	}

	private Mono<Void> rest(@Nullable Duration retryAfter) {
		return Mono.delay(this.backoff.next(retryAfter), this.scheduler).then();
	}

	private boolean isShort() {
		return now() - this.openedAt < SHORT_MILLIS;
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

}
