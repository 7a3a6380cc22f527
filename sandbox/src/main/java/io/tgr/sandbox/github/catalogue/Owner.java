package io.tgr.sandbox.github.catalogue;

/**
 * A user or an organisation.
 *
 * @param login the name in URLs
 * @param id the numeric id
 * @param organization whether it is an organisation
 */
public record Owner(String login, long id, boolean organization) {

	static Owner user(String login) {
		return new Owner(login, Seed.of(login).between("user id", 1_200_000_001L, 2_000_000_000L), false);
	}

	/**
	 * The GraphQL id.
	 * @return an opaque id
	 */
	public String nodeId() {
		return Identifiers.nodeId(this.organization ? "O" : "U", this.id);
	}

	/**
	 * The type as GitHub says it.
	 * @return {@code User} or {@code Organization}
	 */
	public String type() {
		return this.organization ? "Organization" : "User";
	}

}
