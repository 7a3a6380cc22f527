package io.tgr.sandbox.github.catalogue;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A repository as GitHub shows it on one day of the sandbox. */
public final class Repository {

	private final Entry entry;

	private final PresentDay day;

	private final String fullName;

	private final Owner owner;

	private final int stars;

	private @Nullable String searchText;

	Repository(Entry entry, PresentDay day, Owner owner) {
		this.entry = entry;
		this.day = day;
		this.fullName = entry.names().on(day.dataDay());
		this.owner = owner;
		this.stars = entry.stars().at(day.dataDay());
	}

	/**
	 * The numeric id.
	 * @return a synthetic id, the same in every run
	 */
	public long id() {
		return this.entry.id();
	}

	/**
	 * The GraphQL id.
	 * @return an opaque id
	 */
	public String nodeId() {
		return Identifiers.nodeId("R", id());
	}

	/**
	 * The name of this day.
	 * @return owner and name
	 */
	public String fullName() {
		return this.fullName;
	}

	/**
	 * The name without the owner.
	 * @return the name
	 */
	public String name() {
		return this.fullName.substring(this.fullName.indexOf('/') + 1);
	}

	/**
	 * Who owns it.
	 * @return the owner
	 */
	public Owner owner() {
		return this.owner;
	}

	/**
	 * What it says of itself.
	 * @return the description
	 */
	public @Nullable String description() {
		return this.entry.row().description();
	}

	/**
	 * Where it points to.
	 * @return the homepage
	 */
	public @Nullable String homepage() {
		return this.entry.row().homepage();
	}

	/**
	 * The main language.
	 * @return the language's name
	 */
	public @Nullable String language() {
		return this.entry.row().language();
	}

	/**
	 * The topics.
	 * @return topics in alphabetical order
	 */
	public List<String> topics() {
		return this.entry.topics();
	}

	/**
	 * The licence.
	 * @return the licence, if there is one
	 */
	public @Nullable License license() {
		return this.entry.license();
	}

	/**
	 * When things happened to it.
	 * @return times on or before this day
	 */
	public Dates dates() {
		return new Dates(this.entry, this.day);
	}

	/**
	 * The stars it has.
	 * @return the count at the end of this day
	 */
	public int stars() {
		return this.stars;
	}

	/**
	 * The forks it has: those of the data, in proportion to the stars on an earlier day.
	 * @return the count
	 */
	public int forks() {
		int known = this.entry.row().count();
		int forks = this.entry.row().forkCount();
		return (known > this.stars) ? (int) ((long) forks * this.stars / known) : forks;
	}

	/**
	 * The stars of each day since the creation, without those withdrawn since.
	 * @return days up to this one, whose sum is {@link #stars()}
	 */
	public StarHistory starHistory() {
		return new StarHistory(this.day.shown(this.entry.stars().created()),
				this.entry.stars().survivors(this.day.dataDay()));
	}

	/**
	 * Everything else that GitHub says of a repository.
	 * @return facts that the data mostly lacks
	 */
	public Extras extras() {
		return new Extras(this, this.entry.row(), this.entry.seed());
	}

	/**
	 * The name, a line feed and the description.
	 * @return everything in lower case, kept for the next search
	 */
	public String searchText() {
		String text = this.searchText;
		if (text == null) {
			text = (name() + "\n" + ((description() != null) ? description() : "")).toLowerCase(Locale.ROOT);
			this.searchText = text;
		}
		return text;
	}

	@Override
	public String toString() {
		return this.fullName;
	}

}
