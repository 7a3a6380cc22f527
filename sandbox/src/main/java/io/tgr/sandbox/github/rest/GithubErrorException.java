package io.tgr.sandbox.github.rest;

/** Ends a request with one of GitHub's errors. */
public final class GithubErrorException extends RuntimeException {

	private final transient GithubError error;

	GithubErrorException(GithubError error) {
		super(error.message(), null, false, false);
		this.error = error;
	}

	/**
	 * What to answer.
	 * @return the error
	 */
	public GithubError error() {
		return this.error;
	}

}
