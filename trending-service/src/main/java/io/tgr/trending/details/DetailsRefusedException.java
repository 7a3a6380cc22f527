package io.tgr.trending.details;

/**
 * The repo-details service answered with a problem instead of a repository.
 */
public class DetailsRefusedException extends RuntimeException {

	private final int status;

	private final Shortfall shortfall;

	DetailsRefusedException(int status, String message, Shortfall shortfall) {
		super(message);
		this.status = status;
		this.shortfall = shortfall;
	}

	/**
	 * The status it answered with.
	 * @return an HTTP status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What that means.
	 * @return the reason, and when asking again makes sense
	 */
	public Shortfall shortfall() {
		return this.shortfall;
	}

}
