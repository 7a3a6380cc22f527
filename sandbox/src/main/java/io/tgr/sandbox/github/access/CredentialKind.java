package io.tgr.sandbox.github.access;

/**
 * The kinds of credentials GitHub tells apart, and what each may do.
 */
public enum CredentialKind {

	/**
	 * None: counted by address.
	 */
	ANONYMOUS(60, 10, 0),

	/**
	 * Client id and secret of an OAuth app, as basic authentication.
	 */
	CLIENT(5_000, 30, 0),

	/**
	 * A user's token.
	 */
	TOKEN(5_000, 30, 5_000),

	/**
	 * A token issued for an installation of an App.
	 */
	INSTALLATION(5_000, 30, 5_000);

	private final int core;

	private final int search;

	private final int graphql;

	CredentialKind(int core, int search, int graphql) {
		this.core = core;
		this.search = search;
		this.graphql = graphql;
	}

	int limit(RateBucket bucket) {
		return switch (bucket) {
			case CORE -> this.core;
			case SEARCH -> this.search;
			case GRAPHQL -> this.graphql;
		};
	}

	/**
	 * Whether it opens the GraphQL API.
	 * @return whether {@code /graphql} answers
	 */
	public boolean graphql() {
		return this.graphql > 0;
	}

}
