package io.tgr.sandbox.cluster.fault;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An order for trouble.
 *
 * @param path pattern of the paths it strikes: {@code /api/**}; everything when absent
 * @param error an HTTP status from 400 to 599, or {@code hang}, {@code reset}
 * @param verb the verb it strikes, such as {@code list} or {@code watch}; all when absent
 * @param retryAfter seconds that the answer asks to wait; for 429 one when absent
 */
public record FaultRule(@Nullable String path, String error, @Nullable String verb, @Nullable Integer retryAfter) {

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
	 * The same for one verb only.
	 * @param verb the verb
	 * @return the rule
	 */
	public FaultRule forVerb(String verb) {
		return new FaultRule(this.path, this.error, verb.toLowerCase(Locale.ROOT), this.retryAfter);
	}

	/**
	 * The same with a wait.
	 * @param seconds how long the answer asks to wait
	 * @return the rule
	 */
	public FaultRule withRetryAfter(int seconds) {
		return new FaultRule(this.path, this.error, this.verb, seconds);
	}

}
