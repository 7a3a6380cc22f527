package io.tgr.details;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.common.web.Problem;

/**
 * How asking for each part of a repository ended.
 *
 * @param facts name and facts, asked for even when only another part is wanted
 * @param languages languages
 * @param contributors contributors
 * @param release the latest release
 * @param community the community profile
 * @param stars stars by week
 */
record RepositoryOutcomes(Outcome<NamedFacts> facts, Outcome<List<LanguageShare>> languages,
		Outcome<List<Contributor>> contributors, Outcome<LatestRelease> release, Outcome<Community> community,
		Outcome<List<StarWeek>> stars) {

	// A total known earlier or later than that is not the one of the days.
	private static final Duration APART = Duration.ofMinutes(10);

	/**
	 * Whether GitHub denies a part and nobody asked whether there is such a repository.
	 * @return {@code true} if facts have to tell
	 */
	boolean leaveExistenceOpen() {
		return this.facts.value() == null && this.facts.failure() == null
				&& Stream.of(this.languages, this.contributors, this.release, this.community, this.stars)
					.anyMatch(Outcome::isDenied);
	}

	/**
	 * Leaves it to the facts alone whether there is such a repository.
	 * @param named name and facts
	 * @return the same, a part that GitHub denies being missing by itself
	 */
	RepositoryOutcomes decidedBy(Outcome<NamedFacts> named) {
		return new RepositoryOutcomes(named, this.languages.ofPart(RepositoryPart.LANGUAGES),
				this.contributors.ofPart(RepositoryPart.CONTRIBUTORS), this.release.ofPart(RepositoryPart.RELEASE),
				this.community.ofPart(RepositoryPart.COMMUNITY), this.stars.ofPart(RepositoryPart.STARS));
	}

	/**
	 * Fails if there is nothing to tell. That GitHub denies a part of a repository it
	 * knows is something.
	 * @param question what was asked
	 * @param now the present time
	 */
	void requireAny(Question question, Instant now) {
		List<Outcome<?>> asked = question.parts().stream().<Outcome<?>>map((part) -> of(part, question, now)).toList();
		if (asked.stream().allMatch((outcome) -> outcome.missing() != null)) {
			Stream.concat(asked.stream(), Stream.of(this.facts))
				.filter((outcome) -> !(outcome.missing() instanceof NoSuchPartException))
				.filter((outcome) -> outcome.missing() != null)
				.findFirst()
				.ifPresent(Outcome::required);
		}
	}

	RepositoryDetails details(RepositoryName name, String webUrl, Question question, Instant now) {
		NamedFacts named = this.facts.value();
		String requested = name.fullName();
		String fullName = (named != null) ? named.fullName() : requested;
		boolean complete = question.parts().stream().allMatch((part) -> of(part, question, now).missing() == null);
		return new RepositoryDetails(fullName, requested, fullName.equalsIgnoreCase(requested) ? null : requested,
				(named != null) ? named.url() : webUrl, complete, null,
				part(question, RepositoryPart.FACTS, this.facts.map(NamedFacts::facts), now),
				part(question, RepositoryPart.LANGUAGES, this.languages, now),
				part(question, RepositoryPart.CONTRIBUTORS, this.contributors, now),
				part(question, RepositoryPart.RELEASE, latestRelease().map(LatestRelease::release), now),
				part(question, RepositoryPart.COMMUNITY, this.community, now),
				part(question, RepositoryPart.STARS, stars(question.days(), now), now));
	}

	RepositoryStars starsByDay(RepositoryName name, int days, Instant now) {
		NamedFacts named = this.facts.value();
		List<StarWeek> weeks = this.stars.required();
		Instant asOf = Objects.requireNonNull(this.stars.asOf());
		String fullName = (named != null) ? named.fullName() : name.fullName();
		StarWindow window = StarWindow.of(weeks, days, asOf);
		boolean outdated = this.stars.stale() && !isOfToday(now);
		return RepositoryStars.of(fullName, window, asOf, this.stars.stale(), total(),
				(outdated) ? null : window.today());
	}

	// Days known before midnight do not reach up to yesterday any more.
	private Outcome<Stars> stars(int days, Instant now) {
		Throwable failure = this.stars.failure();
		if (failure != null && !isOfToday(now)) {
			return Outcome.failed(failure);
		}
		Instant asOf = this.stars.asOf();
		return this.stars.map((weeks) -> {
			StarWindow window = StarWindow.of(weeks, days, Objects.requireNonNull(asOf));
			return new Stars(total(), window.from(), window.days(), window.today());
		});
	}

	private @Nullable Long total() {
		NamedFacts named = this.facts.value();
		Instant counted = this.facts.asOf();
		Instant asOf = this.stars.asOf();
		if (named == null || counted == null || asOf == null
				|| Duration.between(counted, asOf).abs().compareTo(APART) > 0) {
			return null;
		}
		return named.facts().stars();
	}

	private boolean isOfToday(Instant now) {
		Instant asOf = this.stars.asOf();
		return asOf != null && StarWindow.day(asOf).equals(StarWindow.day(now));
	}

	// GitHub says of a repository without releases what it says of no repository, so the
	// facts decide.
	private Outcome<LatestRelease> latestRelease() {
		Throwable unnamed = this.facts.missing();
		return (unnamed != null && LatestRelease.NONE.equals(this.release.value())) ? Outcome.failed(unnamed)
				: this.release;
	}

	private Outcome<?> of(RepositoryPart part, Question question, Instant now) {
		return switch (part) {
			case FACTS -> this.facts;
			case LANGUAGES -> this.languages;
			case CONTRIBUTORS -> this.contributors;
			case RELEASE -> latestRelease();
			case COMMUNITY -> this.community;
			case STARS -> stars(question.days(), now);
		};
	}

	private static <T> @Nullable PartAnswer<T> part(Question question, RepositoryPart part, Outcome<T> outcome,
			Instant now) {
		if (!question.asks(part)) {
			return null;
		}
		Throwable failure = outcome.missing();
		Problem problem = (failure != null) ? Problem.of(failure, now) : null;
		return new PartAnswer<>(outcome.asOf(), outcome.stale(), problem, outcome.value());
	}

}
