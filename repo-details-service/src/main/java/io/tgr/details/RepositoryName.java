package io.tgr.details;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A repository's full name. Two spellings that differ in case only are the same name, as
 * on GitHub.
 *
 * @param owner the login of a user or an organization
 * @param name the repository within it
 */
public record RepositoryName(String owner, String name) {

	private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,38}");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

	/**
	 * Checks a name against GitHub's rules.
	 * @param owner the owner asked for
	 * @param name the repository asked for
	 * @return the name
	 * @throws NoSuchRepositoryException if no repository can have it
	 */
	public static RepositoryName of(String owner, String name) {
		if (!OWNER.matcher(owner).matches() || !NAME.matcher(name).matches() || isReserved(name)) {
			throw new NoSuchRepositoryException(owner + "/" + name);
		}
		return new RepositoryName(owner, name);
	}

	/**
	 * Reads {@code owner/name}.
	 * @param fullName what was asked for
	 * @return the name, {@code null} if no repository can have it
	 */
	public static @Nullable RepositoryName parse(String fullName) {
		int slash = fullName.indexOf('/');
		try {
			return (slash < 0) ? null : of(fullName.substring(0, slash), fullName.substring(slash + 1));
		}
		catch (NoSuchRepositoryException ex) {
			return null;
		}
	}

	private static boolean isReserved(String name) {
		return name.equals(".") || name.equals("..") || name.toLowerCase(Locale.ROOT).endsWith(".git");
	}

	/**
	 * The name as it was spelled.
	 * @return {@code owner/name}
	 */
	public String fullName() {
		return this.owner + "/" + this.name;
	}

	/**
	 * The same for every spelling.
	 * @return {@code owner/name} in lower case
	 */
	public String key() {
		return fullName().toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RepositoryName that && key().equals(that.key());
	}

	@Override
	public int hashCode() {
		return key().hashCode();
	}

	@Override
	public String toString() {
		return fullName();
	}

}
