package io.tgr.details.github;

import org.jspecify.annotations.Nullable;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

/**
 * What an answer must hold to be worth reading.
 */
final class Readable {

	private Readable() {
	}

	/**
	 * Rather no answer than a wrong figure.
	 * @param value a member of an answer
	 * @param <T> its type
	 * @return the value
	 * @throws GithubException if it is missing
	 */
	static <T> T required(@Nullable T value) {
		if (value == null) {
			throw new GithubException(GithubFailure.UNREADABLE, null);
		}
		return value;
	}

	/**
	 * Some texts are empty instead of absent.
	 * @param value a text
	 * @return the text, {@code null} if there is nothing in it
	 */
	static @Nullable String text(@Nullable String value) {
		return (value != null && !value.isBlank()) ? value : null;
	}

}
