package io.tgr.sandbox.github.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What GitHub says of a repository beyond its main facts; most of it is derived. */
public final class Extras {

	private static final long TWO_YEARS = 730L * 86_400;

	private final Repository repository;

	private final RepositoryRow row;

	private final Seed seed;

	Extras(Repository repository, RepositoryRow row, Seed seed) {
		this.repository = repository;
		this.row = row;
		this.seed = seed;
	}

	/**
	 * The open issues without pull requests.
	 * @return the count, derived where no ranking lists it
	 */
	public int openIssues() {
		Integer known = this.row.openIssues();
		return (known != null) ? known : (int) (Math.sqrt(this.repository.stars()) * this.seed.fraction("issues") * 2);
	}

	/**
	 * The open pull requests.
	 * @return the count, derived
	 */
	public int openPullRequests() {
		return (int) (openIssues() * this.seed.fraction("pull requests") * 0.4);
	}

	/**
	 * Who watches it.
	 * @return the count, derived: about one in a hundred of those who starred it
	 */
	public int watchers() {
		return 1 + (int) (this.repository.stars() * (0.003 + 0.012 * this.seed.fraction("watchers")));
	}

	/**
	 * Bytes a language, most first.
	 * @return an ordered map
	 */
	public Map<String, Long> languages() {
		return LanguageRule.languages(this.row, this.seed);
	}

	/**
	 * The size.
	 * @return kilobytes
	 */
	public long sizeKb() {
		return LanguageRule.sizeKb(this.row, this.seed);
	}

	/**
	 * The default branch.
	 * @return its name
	 */
	public String defaultBranch() {
		if (this.row.defaultBranch() != null) {
			return this.row.defaultBranch();
		}
		boolean old = this.repository.dates().created().isBefore(Instant.parse("2020-10-01T00:00:00Z"));
		return (old && this.seed.chance("master", 75)) ? "master" : "main";
	}

	/**
	 * Whether it is read-only.
	 * @return {@code true} for a third of those without a push in two years
	 */
	public boolean archived() {
		long idle = this.repository.dates().updated().getEpochSecond()
				- this.repository.dates().pushed().getEpochSecond();
		return idle > TWO_YEARS && this.seed.chance("archived", 33);
	}

	/**
	 * Whether a feature is there.
	 * @param feature a name, such as {@code wiki}
	 * @param percent how many of a hundred repositories have it
	 * @return the same answer every time
	 */
	public boolean has(String feature, int percent) {
		return this.seed.chance("has " + feature, percent);
	}

	/**
	 * The latest release.
	 * @return the release; nothing for one repository in four
	 */
	public @Nullable Release latestRelease() {
		return Release.latest(this.repository, this.seed);
	}

	/**
	 * How many have contributed.
	 * @return the length of {@link #contributors(int, int)} altogether
	 */
	public int contributorCount() {
		return Contributor.count(this.repository, this.seed);
	}

	/**
	 * Who has contributed, most first.
	 * @param offset how many to skip
	 * @param limit how many at most
	 * @return made-up people, but for an owner who is a user
	 */
	public List<Contributor> contributors(int offset, int limit) {
		return Contributor.list(this.repository, this.seed, offset, limit);
	}

	/**
	 * The readme's text.
	 * @return the name, the description, and nothing else
	 */
	public String readme() {
		String description = this.repository.description();
		return "# " + this.repository.name() + "\n\n" + ((description != null) ? description + "\n" : "");
	}

	/**
	 * Whether a community file is there.
	 * @param file a name, such as {@code contributing}
	 * @return more often {@code true} for a repository of many stars
	 */
	public boolean hasCommunityFile(String file) {
		return this.seed.chance("file " + file, (this.repository.stars() > 5_000) ? 65 : 25);
	}

}
