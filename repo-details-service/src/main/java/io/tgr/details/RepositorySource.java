package io.tgr.details;

import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * Where facts of repositories come from. Every answer is live; failures are
 * {@code GithubException}s or come from the resilience around them.
 */
public interface RepositorySource {

	/**
	 * Whether {@link #overviews} can be asked with the credentials we have.
	 * @return {@code true} if so
	 */
	boolean overviewsAvailable();

	/**
	 * How many repositories {@link #overviews} takes at once.
	 * @return the most names
	 */
	int overviewSize();

	/**
	 * Asks for several repositories by one call.
	 * @param names the repositories
	 * @param parts which of facts, languages and release; facts always come
	 * @return what is known or why it is not, by name
	 */
	Mono<Map<RepositoryName, Mono<Overview>>> overviews(List<RepositoryName> names, Set<RepositoryPart> parts);

	/**
	 * Asks for one repository.
	 * @param name the repository
	 * @return the answer with GitHub's own bytes
	 */
	Mono<RawRepository> repository(RepositoryName name);

	/**
	 * Asks for languages.
	 * @param name the repository
	 * @return its languages, the biggest first
	 */
	Mono<List<LanguageShare>> languages(RepositoryName name);

	/**
	 * Asks for contributors.
	 * @param name the repository
	 * @return those who contributed most
	 */
	Mono<List<Contributor>> contributors(RepositoryName name);

	/**
	 * Asks for the latest release. A repository that does not exist has none, either.
	 * @param name the repository
	 * @return its latest release
	 */
	Mono<LatestRelease> release(RepositoryName name);

	/**
	 * Asks for the community profile.
	 * @param name the repository
	 * @return its community profile
	 */
	Mono<Community> community(RepositoryName name);

	/**
	 * Asks for stars per day.
	 * @param name the repository
	 * @param weeks how many weeks, the present one included
	 * @return the weeks that GitHub lists
	 */
	Mono<List<StarWeek>> stars(RepositoryName name, int weeks);

}
