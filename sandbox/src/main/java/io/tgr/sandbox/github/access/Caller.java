package io.tgr.sandbox.github.access;

/**
 * Who asks.
 *
 * @param kind by which credentials
 * @param identity whose buckets are charged
 */
public record Caller(CredentialKind kind, String identity) {

	static Caller anonymous(String address) {
		return new Caller(CredentialKind.ANONYMOUS, address);
	}

	boolean authorised() {
		return this.kind != CredentialKind.ANONYMOUS;
	}

	/**
	 * The name that refusals give.
	 * @return how GitHub calls the caller
	 */
	public String described() {
		return switch (this.kind) {
			case ANONYMOUS -> this.identity;
			case CLIENT -> "client ID " + this.identity;
			case TOKEN -> "user ID " + this.identity;
			case INSTALLATION -> "installation ID " + this.identity;
		};
	}

}
