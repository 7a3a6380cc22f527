package io.tgr.details;

import java.util.List;
import java.util.Locale;

/**
 * Where one part of one repository is kept.
 *
 * @param kind what is kept
 * @param name the repository
 * @param weeks of stars, else 0
 * @param <T> the type of what is kept
 */
record Slot<T>(Kind kind, RepositoryName name, int weeks) {

	static Slot<NamedFacts> facts(RepositoryName name) {
		return new Slot<>(Kind.FACTS, name, 0);
	}

	static Slot<List<LanguageShare>> languages(RepositoryName name) {
		return new Slot<>(Kind.LANGUAGES, name, 0);
	}

	static Slot<List<Contributor>> contributors(RepositoryName name) {
		return new Slot<>(Kind.CONTRIBUTORS, name, 0);
	}

	static Slot<LatestRelease> release(RepositoryName name) {
		return new Slot<>(Kind.RELEASE, name, 0);
	}

	static Slot<Community> community(RepositoryName name) {
		return new Slot<>(Kind.COMMUNITY, name, 0);
	}

	static Slot<List<StarWeek>> stars(RepositoryName name, int weeks) {
		return new Slot<>(Kind.STARS, name, weeks);
	}

	static Slot<byte[]> raw(RepositoryName name) {
		return new Slot<>(Kind.RAW, name, 0);
	}

	/**
	 * Where a part is kept.
	 * @param part the part
	 * @param name the repository
	 * @param days complete days of stars
	 * @return its slot
	 */
	static Slot<?> of(RepositoryPart part, RepositoryName name, int days) {
		return (part == RepositoryPart.STARS) ? stars(name, StarWindow.weeks(days))
				: new Slot<>(Kind.valueOf(part.name()), name, 0);
	}

	/**
	 * Kinds of what is kept.
	 */
	enum Kind {

		FACTS, LANGUAGES, CONTRIBUTORS, RELEASE, COMMUNITY, STARS, RAW;

		String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
