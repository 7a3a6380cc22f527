package io.tgr.common.github;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What {@code budget.lua} returns.
 *
 * @param outcome how a reservation ended
 * @param limit calls or points in a window, {@code null} when unlimited
 * @param available what is left after everything under way
 * @param reset when the window ends, {@code null} when it has not begun
 * @param grant what is ours alone while Redis is away
 * @param replicas replicas at present, this one among them
 * @param blockedUntil until when GitHub refuses
 */
record SharedAnswer(String outcome, @Nullable Integer limit, int available, @Nullable Instant reset, int grant,
		int replicas, Instant blockedUntil) {

	/**
	 * Reads an answer.
	 * @param parts what the script returned
	 * @return the answer, {@code null} if the request was overtaken or said goodbye
	 */
	static @Nullable SharedAnswer of(List<String> parts) {
		if (parts.size() < 7) {
			return null;
		}
		int limit = Integer.parseInt(parts.get(1));
		long reset = Long.parseLong(parts.get(3));
		return new SharedAnswer(parts.get(0), (limit < 0) ? null : limit, Integer.parseInt(parts.get(2)),
				(reset == 0) ? null : Instant.ofEpochMilli(reset), Integer.parseInt(parts.get(4)),
				Integer.parseInt(parts.get(5)), Instant.ofEpochMilli(Long.parseLong(parts.get(6))));
	}

}
