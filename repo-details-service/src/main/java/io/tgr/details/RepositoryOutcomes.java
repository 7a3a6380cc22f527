package io.tgr.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

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

	/**
	 * Fails if there is nothing to tell.
	 * @param question what was asked
	 * @param now the present time
	 */
	void requireAny(Question question, Instant now) {
		List<Outcome<?>> asked = question.parts().stream().<Outcome<?>>map((part) -> of(part, question, now)).toList();
		if (asked.stream().allMatch((outcome) -> outcome.missing() != null)) {
			asked.get(0).required();
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
		return RepositoryStars.of(fullName, window, asOf, this.stars.stale(),
				(named != null) ? named.facts().stars() : null, (outdated) ? null : window.today());
	}

	// Days known before midnight do not reach up to yesterday any more.
	private Outcome<Stars> stars(int days, Instant now) {
		Throwable failure = this.stars.failure();
		if (failure != null && !isOfToday(now)) {
			return Outcome.failed(failure);
		}
		NamedFacts named = this.facts.value();
		Instant asOf = this.stars.asOf();
		return this.stars.map((weeks) -> {
			StarWindow window = StarWindow.of(weeks, days, Objects.requireNonNull(asOf));
			return new Stars((named != null) ? named.facts().stars() : null, window.from(), window.days(),
					window.today());
		});
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
