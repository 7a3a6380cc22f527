package io.tgr.cluster.watch;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the changes as a client does: with the state it has from them, its own pace,
 * and its last position when it comes back.
 */
class Follower {

	private final PodCache cache;

	private final long pace;

	private final Map<PodKey, PodRow> state = new TreeMap<>();

	private final Set<String> gone = new HashSet<>();

	private final CountDownLatch ended = new CountDownLatch(1);

	private @Nullable Position position;

	private @Nullable Throwable failure;

	private int resets;

	private Connection connection = new Connection();

	Follower(PodCache cache, long pace) {
		this.cache = cache;
		this.pace = pace;
		connect();
	}

	void more(int changes) {
		if (changes > 0) {
			this.connection.request(changes);
		}
	}

	void disconnect() {
		this.connection.cancel();
		connect();
	}

	synchronized int resets() {
		return this.resets;
	}

	Map<PodKey, PodRow> end() throws InterruptedException {
		this.connection.request(Long.MAX_VALUE);
		boolean complete = this.ended.await(10, TimeUnit.SECONDS);
		this.connection.cancel();
		assertThat(this.failure).isNull();
		assertThat(complete).isTrue();
		synchronized (this) {
			return Map.copyOf(this.state);
		}
	}

	private void connect() {
		this.connection = new Connection();
		this.cache.changes().after(last()).subscribe(this.connection);
	}

	private synchronized @Nullable Position last() {
		return (this.position != null) ? Position.parse(this.position.toString()) : null;
	}

	private synchronized void apply(PodChange change) {
		PodRow before = change.before();
		PodRow after = change.after();
		switch (change.type()) {
			case RESET -> {
				this.state.clear();
				this.resets++;
			}
			case ADDED -> {
				PodRow added = Objects.requireNonNull(after);
				assertThat(this.state.put(added.key(), added)).isNull();
				assertThat(this.gone).doesNotContain(added.uid());
			}
			case MODIFIED -> {
				PodRow modified = Objects.requireNonNull(after);
				assertThat(this.state.put(modified.key(), modified)).isEqualTo(before);
				assertThat(modified.uid()).isEqualTo(Objects.requireNonNull(before).uid());
				assertThat(Long.parseLong(modified.resourceVersion()))
					.isGreaterThan(Long.parseLong(before.resourceVersion()));
			}
			case DELETED -> {
				PodRow deleted = Objects.requireNonNull(before);
				assertThat(this.state.remove(deleted.key())).isEqualTo(deleted);
				this.gone.add(deleted.uid());
			}
			default -> {
			}
		}
		this.position = change.position();
		boolean told = change.position().sequence() >= 0;
		if (told && this.state.containsKey(new PodKey("end", "end"))) {
			this.ended.countDown();
		}
	}

	private final class Connection extends BaseSubscriber<PodChange> {

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(Follower.this.pace);
		}

		@Override
		protected void hookOnNext(PodChange change) {
			synchronized (Follower.this) {
				// What was under way when it left is lost.
				if (Follower.this.connection == this) {
					apply(change);
				}
			}
		}

		@Override
		protected void hookOnError(Throwable throwable) {
			Follower.this.failure = throwable;
			Follower.this.ended.countDown();
		}

	}

}
