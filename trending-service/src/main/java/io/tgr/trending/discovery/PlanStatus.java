package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The plan of an hour, and what became of it so far.
 *
 * @param from when the hour began
 * @param to when it ends
 * @param budgetShare the share of each bucket that the refresher may spend
 * @param refreshing whether this instance refreshes now: it is meant to, and it is its
 * turn. If not, nothing is planned or due here
 * @param languages how many languages are followed, all languages together counted as one
 * @param searchInterval seconds between two looks at a language by search
 * @param hotInterval seconds between two measurements of its top, {@code null} when once
 * a day has to do
 * @param perDay measurements of a UTC day at most
 * @param perHour measurements of an hour at most, however much is overdue
 * @param lanes what the budget is spent on
 * @param pauses what rests though something is due
 */
public record PlanStatus(Instant from, Instant to, double budgetShare, boolean refreshing, int languages,
		long searchInterval, @Nullable Long hotInterval, int perDay, int perHour, List<Lane> lanes,
		List<Pause> pauses) {

	public PlanStatus {
		lanes = List.copyOf(lanes);
		pauses = List.copyOf(pauses);
	}

	/**
	 * One kind of work.
	 *
	 * @param lane its name
	 * @param bucket what pays for it
	 * @param planned calls planned for the hour
	 * @param spent calls made in the hour
	 * @param due calls overdue at the last look
	 * @param next the language or repository that comes next, {@code null} if none is due
	 */
	public record Lane(String lane, String bucket, int planned, int spent, int due, @Nullable String next) {

	}

	/**
	 * Why and until when the work on a bucket rests.
	 *
	 * @param bucket the bucket
	 * @param since since when
	 * @param until when the next try is made
	 * @param reason {@code secondary-limit}, {@code quota}, {@code plan-spent},
	 * {@code github-unavailable} or {@code details-unavailable}
	 */
	public record Pause(String bucket, Instant since, Instant until, String reason) {

	}

}
