package io.tgr.trending;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * How questions are answered.
 *
 * @param source where the figures come from as answers say it; absent: {@code github},
 * {@code sandbox} for a stand-in on this machine, else the host of the API
 * @param apiUrl the GitHub API that is asked, absent for the public one
 * @param cache encoded answers kept in memory
 * @param maxAge how long clients may keep a complete answer
 * @param timeout how long any answer may take; neighbours may take nine tenths of it, and
 * what is missing by then is said to be
 * @param detailsTimeout how long repo-details may take, within that, before rows stay
 * without details
 * @param rawConcurrency repositories asked for side by side for the workshop's endpoint
 * @param mostStarredAge how long its list of the most starred is kept
 * @param mostStarredSearches languages whose list may be searched for at the same time
 */
@ConfigurationProperties("tgr.trending.answers")
record AnswerProperties(@Nullable String source, @Nullable URI apiUrl, @DefaultValue("32MB") DataSize cache,
		@DefaultValue("30s") Duration maxAge, @DefaultValue("9s") Duration timeout,
		@DefaultValue("6s") Duration detailsTimeout, @DefaultValue("16") int rawConcurrency,
		@DefaultValue("10m") Duration mostStarredAge, @DefaultValue("4") int mostStarredSearches) {

	Duration patience() {
		return this.timeout.multipliedBy(9).dividedBy(10);
	}

	String sourceName() {
		if (StringUtils.hasText(this.source)) {
			return this.source;
		}
		String host = (this.apiUrl != null) ? this.apiUrl.getHost() : null;
		if (host == null) {
			return "github";
		}
		return switch (host) {
			case "api.github.com" -> "github";
			case "localhost", "127.0.0.1", "[::1]" -> "sandbox";
			default -> host;
		};
	}

}
