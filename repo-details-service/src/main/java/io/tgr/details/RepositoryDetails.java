package io.tgr.details;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import io.tgr.common.web.Problem;

/**
 * What is known of a repository. A part that was not asked for is {@code null}.
 *
 * @param fullName the name it has now, or the one asked for when GitHub did not say
 * @param requestedName the name asked for
 * @param renamedFrom the name asked for, if the repository has another one now
 * @param url its page on GitHub, {@code null} if no repository can have that name
 * @param complete whether all that was asked for is there
 * @param problem why nothing is there, {@code null} when something is
 * @param facts description, counts, dates and the like
 * @param languages languages by size
 * @param contributors those who contributed most
 * @param release the latest release; its value is {@code null} when there is none yet
 * @param community the community profile
 * @param stars stars of the last 30 complete UTC days
 */
record RepositoryDetails(String fullName, String requestedName, @Nullable String renamedFrom, @Nullable String url,
		boolean complete, @Nullable Problem problem, @Nullable PartAnswer<Facts> facts,
		@Nullable PartAnswer<List<LanguageShare>> languages, @Nullable PartAnswer<List<Contributor>> contributors,
		@Nullable PartAnswer<Release> release, @Nullable PartAnswer<Community> community,
		@Nullable PartAnswer<Stars> stars) {

	static RepositoryDetails failed(String requestedName, @Nullable String url, Throwable failure, Instant now) {
		return new RepositoryDetails(requestedName, requestedName, null, url, false, Problem.of(failure, now), null,
				null, null, null, null, null);
	}

	/**
	 * Whether clients may keep this for a while.
	 * @return {@code true} if nothing is missing or older than it should be
	 */
	@JsonIgnore
	boolean isSettled() {
		boolean counted = this.stars == null || this.stars.value() == null || this.stars.value().total() != null;
		return this.complete && counted
				&& Stream
					.<@Nullable PartAnswer<?>>of(this.facts, this.languages, this.contributors, this.release,
							this.community, this.stars)
					.noneMatch((part) -> part != null && part.stale());
	}

	/**
	 * The same under another spelling of the name asked for.
	 * @param spelling the name as somebody asked for it
	 * @return the answer to that question
	 */
	RepositoryDetails requestedAs(String spelling) {
		return new RepositoryDetails((this.problem != null) ? spelling : this.fullName, spelling,
				(this.renamedFrom != null) ? spelling : null, this.url, this.complete, this.problem, this.facts,
				this.languages, this.contributors, this.release, this.community, this.stars);
	}

}
