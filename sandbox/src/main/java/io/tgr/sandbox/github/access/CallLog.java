package io.tgr.sandbox.github.access;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import org.springframework.stereotype.Component;

/**
 * Counts the calls that arrive; those of the admin API are left out.
 */
@Component
public class CallLog {

	private final AtomicLongArray byBucket = new AtomicLongArray(RateBucket.values().length);

	private final AtomicLong total = new AtomicLong();

	private final AtomicLong notModified = new AtomicLong();

	private final AtomicLong overdrawn = new AtomicLong();

	private final AtomicLong slowedDown = new AtomicLong();

	/**
	 * What was counted.
	 * @return the counts since the start or the last reset
	 */
	public CallCounts counts() {
		ByPath byPath = new ByPath(count(RateBucket.SEARCH), count(RateBucket.CORE), count(RateBucket.GRAPHQL),
				this.notModified.get());
		return new CallCounts(this.total.get(), byPath, this.overdrawn.get(), this.slowedDown.get());
	}

	/**
	 * Counts from nought again.
	 */
	public void reset() {
		for (RateBucket bucket : RateBucket.values()) {
			this.byBucket.set(bucket.ordinal(), 0);
		}
		this.total.set(0);
		this.notModified.set(0);
		this.overdrawn.set(0);
		this.slowedDown.set(0);
	}

	void arrived(RateBucket bucket, boolean free) {
		this.total.incrementAndGet();
		if (!free) {
			this.byBucket.incrementAndGet(bucket.ordinal());
		}
	}

	void notModified() {
		this.notModified.incrementAndGet();
	}

	void overdrawn() {
		this.overdrawn.incrementAndGet();
	}

	void slowedDown() {
		this.slowedDown.incrementAndGet();
	}

	private long count(RateBucket bucket) {
		return this.byBucket.get(bucket.ordinal());
	}

	/**
	 * Counts of calls.
	 *
	 * @param total all, the free ones included
	 * @param byPath by what GitHub counts apart
	 * @param overdrawn calls refused because a bucket was empty
	 * @param slowedDown calls refused by a secondary limit
	 */
	public record CallCounts(long total, ByPath byPath, long overdrawn, long slowedDown) {

	}

	/**
	 * Counts by path.
	 *
	 * @param search searches
	 * @param core other REST calls
	 * @param graphql GraphQL calls, however much each cost
	 * @param notModified those of them answered with 304
	 */
	public record ByPath(long search, long core, long graphql, long notModified) {

	}

}
