package io.tgr.cluster.watch;

/**
 * Tells which of two versions of an object is newer. They count up as decimal numbers of
 * any length, without leading zeros.
 */
final class ResourceVersions {

	private ResourceVersions() {
	}

	/**
	 * Whether a version brings nothing new.
	 * @param version the version that comes
	 * @param known the version that is known
	 * @return {@code false} also if the two cannot be compared
	 */
	static boolean old(String version, String known) {
		if (version.equals(known)) {
			return true;
		}
		if (!number(version) || !number(known)) {
			return false;
		}
		return (version.length() != known.length()) ? version.length() < known.length() : version.compareTo(known) < 0;
	}

	private static boolean number(String version) {
		return !version.isEmpty() && version.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
	}

}
