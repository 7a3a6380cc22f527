package io.tgr.sandbox.github.fault;

import org.jspecify.annotations.Nullable;

/**
 * An order for trouble.
 *
 * @param path pattern of the paths it strikes: {@code /search/**}; everything when absent
 * @param error an id of {@code errors.json}, or {@code truncated}, {@code timeout},
 * {@code reset}
 * @param rate the share of the calls it strikes, above 0 up to 1; all when absent
 * @param retryAfter seconds that a rate limit error asks to wait, instead of GitHub's own
 */
public record FaultRule(@Nullable String path, String error, @Nullable Double rate, @Nullable Integer retryAfter) {

	/**
	 * Trouble for all calls of a path.
	 * @param path pattern of the paths it strikes
	 * @param error what happens
	 * @return the rule
	 */
	public static FaultRule of(String path, String error) {
		return new FaultRule(path, error, null, null);
	}

	/**
	 * The same for a share of the calls.
	 * @param share above 0 up to 1
	 * @return the rule
	 */
	public FaultRule withRate(double share) {
		return new FaultRule(this.path, this.error, share, this.retryAfter);
	}

	/**
	 * The same with a wait of its own.
	 * @param seconds how long a rate limit error asks to wait
	 * @return the rule
	 */
	public FaultRule withRetryAfter(int seconds) {
		return new FaultRule(this.path, this.error, this.rate, seconds);
	}

}
