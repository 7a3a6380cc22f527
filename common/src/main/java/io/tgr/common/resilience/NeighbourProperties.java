package io.tgr.common.resilience;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of one neighbour, {@code tgr.neighbours.<name>.*}.
 *
 * @param timeout how long one attempt may take
 * @param concurrency calls at once; more are refused
 * @param attempts how often a call is made at most
 * @param backoff the wait before the second attempt; doubled each time, give or take a
 * half
 * @param maxWait the longest wait; a neighbour that asks for more is not asked again
 * @param failureRate percent of failed calls that open the circuit
 * @param window calls among which failures are counted
 * @param openFor how long an open circuit stays open
 */
record NeighbourProperties(@DefaultValue("10s") Duration timeout, @DefaultValue("128") int concurrency,
		@DefaultValue("3") int attempts, @DefaultValue("200ms") Duration backoff, @DefaultValue("2s") Duration maxWait,
		@DefaultValue("50") float failureRate, @DefaultValue("20") int window, @DefaultValue("10s") Duration openFor) {

}
