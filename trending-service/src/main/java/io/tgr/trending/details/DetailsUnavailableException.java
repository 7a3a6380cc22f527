package io.tgr.trending.details;

/**
 * The repo-details service gave no answer: down, too slow, overloaded or unreadable.
 */
public class DetailsUnavailableException extends RuntimeException {

	DetailsUnavailableException(Throwable cause) {
		super("repo-details gave no answer", cause);
	}

}
