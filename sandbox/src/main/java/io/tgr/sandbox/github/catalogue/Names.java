package io.tgr.sandbox.github.catalogue;

import java.util.List;

/**
 * The names that a repository went by, oldest first.
 *
 * @param history at least one name; the first holds from the beginning
 */
record Names(List<Name> history) {

	static Names only(String fullName) {
		return new Names(List.of(new Name(fullName, Integer.MIN_VALUE)));
	}

	String on(int day) {
		String current = this.history.get(0).fullName();
		for (Name name : this.history) {
			if (name.since() <= day) {
				current = name.fullName();
			}
		}
		return current;
	}

	String newest() {
		return this.history.get(this.history.size() - 1).fullName();
	}

	List<String> formerOn(int day) {
		String current = on(day);
		return this.history.stream()
			.filter((name) -> name.since() <= day)
			.map(Name::fullName)
			.filter((name) -> !name.equals(current))
			.toList();
	}

	/**
	 * A name and the day it was taken.
	 *
	 * @param fullName owner and name
	 * @param since days since the epoch
	 */
	record Name(String fullName, int since) {
	}

}
