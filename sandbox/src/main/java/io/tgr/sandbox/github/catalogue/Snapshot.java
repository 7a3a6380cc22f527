package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** All repositories as GitHub shows them on one day of the sandbox. */
public final class Snapshot {

	private static final Comparator<Repository> MOST_STARS = Comparator.comparingInt(Repository::stars)
		.reversed()
		.thenComparingLong(Repository::id);

	private final PresentDay day;

	private final List<Repository> repositories;

	private final Map<String, Repository> byName;

	private final Map<Long, Repository> byId;

	private final Map<String, Repository> byFormerName = new HashMap<>();

	Snapshot(PresentDay day, List<Entry> entries, Owners owners) {
		this.day = day;
		this.repositories = new ArrayList<>(entries.size());
		this.byName = new HashMap<>(entries.size() * 2);
		this.byId = new HashMap<>(entries.size() * 2);
		for (Entry entry : entries) {
			if (entry.stars().created() <= day.dataDay()) {
				add(entry, owners);
			}
		}
		this.repositories.sort(MOST_STARS);
	}

	/**
	 * The day of this view.
	 * @return the sandbox's present day
	 */
	public LocalDate today() {
		return this.day.date();
	}

	/**
	 * Every repository that exists on this day.
	 * @return an unmodifiable list, most stars first
	 */
	public List<Repository> repositories() {
		return Collections.unmodifiableList(this.repositories);
	}

	/**
	 * Find a repository by the name it has on this day.
	 * @param fullName owner and name in any case
	 * @return the repository, if there is one
	 */
	public @Nullable Repository find(String fullName) {
		return this.byName.get(fullName.toLowerCase(Locale.ROOT));
	}

	/**
	 * Find a repository by a name that it no longer has.
	 * @param formerName owner and name in any case
	 * @return the repository under its present name, if there is one
	 */
	public @Nullable Repository moved(String formerName) {
		return this.byFormerName.get(formerName.toLowerCase(Locale.ROOT));
	}

	/**
	 * Find a repository by its id.
	 * @param id the numeric id
	 * @return the repository, if there is one
	 */
	public @Nullable Repository find(long id) {
		return this.byId.get(id);
	}

	/**
	 * Find a repository by its GraphQL id.
	 * @param nodeId the opaque id
	 * @return the repository, if there is one
	 */
	public @Nullable Repository findNode(String nodeId) {
		Long id = Identifiers.id("R", nodeId);
		return (id != null) ? find(id) : null;
	}

	private void add(Entry entry, Owners owners) {
		Repository repository = new Repository(entry, this.day, owners.of(entry.names().on(this.day.dataDay())));
		this.repositories.add(repository);
		this.byId.put(repository.id(), repository);
		this.byName.put(repository.fullName().toLowerCase(Locale.ROOT), repository);
		entry.names()
			.formerOn(this.day.dataDay())
			.forEach((name) -> this.byFormerName.put(name.toLowerCase(Locale.ROOT), repository));
	}

}
