package io.tgr.sandbox.github.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Owners by login: with several repositories in the data, or by lot, organisations. */
final class Owners {

	private static final int ORGANIZATIONS = 40;

	private final Map<String, Integer> repositories = new HashMap<>();

	private final Map<String, Owner> byLogin = new HashMap<>();

	Owners(Collection<Entry> entries) {
		Identifiers ids = new Identifiers("owner id");
		for (Entry entry : entries) {
			this.repositories.merge(key(entry.names().newest()), 1, Integer::sum);
		}
		for (Entry entry : entries) {
			for (Names.Name name : entry.names().history()) {
				this.byLogin.computeIfAbsent(key(name.fullName()), (login) -> owner(login, name.fullName(), ids));
			}
		}
	}

	Owner of(String fullName) {
		Owner owner = this.byLogin.get(key(fullName));
		if (owner == null) {
			throw new IllegalArgumentException("No owner of " + fullName);
		}
		return owner;
	}

	private Owner owner(String key, String fullName, Identifiers ids) {
		boolean organization = this.repositories.getOrDefault(key, 0) > 2
				|| Seed.of(key).chance("organization", ORGANIZATIONS);
		return new Owner(fullName.substring(0, fullName.indexOf('/')), ids.claim(key), organization);
	}

	private static String key(String fullName) {
		return fullName.substring(0, fullName.indexOf('/')).toLowerCase(Locale.ROOT);
	}

}
