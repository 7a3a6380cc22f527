package io.tgr.sandbox.cluster.access;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom a token stands for.
 *
 * @param user the name of the user
 * @param groups the groups, {@code system:authenticated} apart
 * @param audiences whom the token is meant for
 * @param until when the token expires; never if absent
 */
public record Account(String user, List<String> groups, List<String> audiences, @Nullable Instant until) {

	/** The audience of the API server itself. */
	public static final String API_SERVER = "https://kubernetes.default.svc.cluster.local";

	/**
	 * A user with a token for the API server that never expires.
	 * @param user the name of the user
	 * @param groups the groups
	 * @return the account
	 */
	public static Account of(String user, String... groups) {
		return new Account(user, List.of(groups), List.of(API_SERVER), null);
	}

	/**
	 * The same with a token for somebody else.
	 * @param audiences whom the token is meant for
	 * @return the account
	 */
	public Account forAudiences(String... audiences) {
		return new Account(this.user, this.groups, List.of(audiences), this.until);
	}

	/**
	 * The same with a token that expires.
	 * @param end when it expires
	 * @return the account
	 */
	public Account expiring(Instant end) {
		return new Account(this.user, this.groups, this.audiences, end);
	}

}
