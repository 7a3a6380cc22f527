package io.tgr.details;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import io.tgr.common.github.CallPriority;
import io.tgr.common.web.AskingClient;

/**
 * Lets no client use up what is kept for those who wait: who asks for very much goes on
 * as background work.
 */
@Component
class ClientShares {

	private static final int CLIENTS = 10_000;

	private final int partsPerHour;

	// For each client, what it asked for since its hour began.
	private final Cache<String, AtomicLong> asked;

	ClientShares(DetailsProperties properties, Clock clock) {
		this.partsPerHour = properties.partsPerHour();
		this.asked = Caffeine.newBuilder()
			.maximumSize(CLIENTS)
			.expireAfterWrite(Duration.ofHours(1))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Counts a question.
	 * @param exchange the request
	 * @param parts how many parts it asks for, of all its repositories
	 * @return the priority its client may have
	 */
	CallPriority priority(ServerWebExchange exchange, int parts) {
		CallPriority wish = UrgencyHeader.of(exchange);
		String client = AskingClient.of(exchange);
		if (client == null || this.partsPerHour == 0 || wish == CallPriority.BACKGROUND) {
			return wish;
		}
		long sum = this.asked.get(client, (first) -> new AtomicLong()).addAndGet(parts);
		return (sum > this.partsPerHour) ? CallPriority.BACKGROUND : wish;
	}

}
