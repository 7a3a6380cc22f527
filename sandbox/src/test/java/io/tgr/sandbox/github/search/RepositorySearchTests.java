package io.tgr.sandbox.github.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Languages;
import io.tgr.sandbox.github.catalogue.License;
import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.rest.GithubErrorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepositorySearchTests {

	private static final Catalogue CATALOGUE = Catalogue.open(() -> LocalDate.of(2026, 8, 23));

	private final RepositorySearch search = new RepositorySearch(CATALOGUE, Languages.read());

	@Test
	void findsALanguageByNameAndByAlias() {
		assertThat(found("language:C++")).isEqualTo(found("language:cpp"))
			.isEqualTo(all((repository) -> "C++".equals(repository.language())))
			.hasSizeGreaterThan(500);
		assertThat(found("language:\"Jupyter Notebook\"")).isEqualTo(found("language:jupyter-notebook")).isNotEmpty();
		assertThat(found("language:no-such-language")).isEmpty();
	}

	@Test
	void severalLanguagesAreAUnion() {
		assertThat(found("language:java language:kotlin"))
			.hasSize(found("language:java").size() + found("language:kotlin").size());
	}

	@Test
	void severalCreatedRangesAreAUnion() {
		int first = found("created:2026-01-01..2026-01-31").size();
		int second = found("created:2026-03-01..2026-03-31").size();
		assertThat(first).isPositive();
		assertThat(second).isPositive();
		assertThat(found("created:2026-01-01..2026-01-31 created:2026-03-01..2026-03-31")).hasSize(first + second);
		assertThat(found("created:>=2020-01-01 created:<2020-01-01"))
			.hasSameSizeAs(CATALOGUE.snapshot().repositories());
	}

	@Test
	void differentQualifiersNarrow() {
		Instant from = Instant.parse("2026-08-01T00:00:00Z");
		assertThat(found("language:go stars:>=5000 pushed:>=2026-08-01")).isNotEmpty()
			.isEqualTo(all((repository) -> "Go".equals(repository.language()) && repository.stars() >= 5_000
					&& !repository.dates().pushed().isBefore(from)));
	}

	@Test
	void bandsOfStarsCutACatalogueIntoPiecesWithoutOverlap() {
		int total = found("stars:*..99").size() + found("stars:100..999").size() + found("stars:1000..9999").size()
				+ found("stars:>=10000").size();
		assertThat(total).isEqualTo(CATALOGUE.snapshot().repositories().size());
	}

	@Test
	void findsTopicsAndAllOfThemMustMatch() {
		assertThat(found("topic:llm")).isNotEmpty().isEqualTo(all((repository) -> repository.topics().contains("llm")));
		assertThat(found("topic:llm topic:python"))
			.isEqualTo(all((repository) -> repository.topics().containsAll(List.of("llm", "python"))));
	}

	@Test
	void findsLicencesByKey() {
		assertThat(found("license:apache-2.0")).isNotEmpty().isEqualTo(all((repository) -> {
			License license = repository.license();
			return license != null && "Apache-2.0".equals(license.spdxId());
		}));
	}

	@Test
	void archivedForkAndIsSplitTheCatalogue() {
		int all = CATALOGUE.snapshot().repositories().size();
		assertThat(found("archived:true")).isNotEmpty();
		assertThat(found("archived:true").size() + found("archived:false").size()).isEqualTo(all);
		assertThat(found("fork:true")).hasSize(all);
		assertThat(found("fork:only")).isEmpty();
		assertThat(found("is:public")).hasSize(all);
	}

	@Test
	void findsForksInARange() {
		assertThat(found("forks:>=50000")).isNotEmpty().isEqualTo(all((repository) -> repository.forks() >= 50_000));
	}

	@Test
	void findsWhatAnOwnerHas() {
		assertThat(found("user:rust-lang")).isNotEmpty()
			.isEqualTo(found("org:Rust-Lang"))
			.allSatisfy((repository) -> assertThat(repository.fullName()).startsWith("rust-lang/"));
		assertThat(found("repo:rust-lang/rust")).hasSize(1);
	}

	@Test
	void refusesAnOwnerThatDoesNotExist() {
		assertThatExceptionOfType(GithubErrorException.class).isThrownBy(() -> found("user:no-such-owner-at-all"))
			.withMessage("Validation Failed");
	}

	@Test
	void findsWordsWhereTheyAreAskedFor() {
		assertThat(found("kubernetes")).isNotEmpty()
			.allSatisfy((repository) -> assertThat(
					(repository.fullName() + repository.description() + repository.topics()).toLowerCase())
				.contains("kubernetes"));
		assertThat(found("kubernetes in:name")).isNotEmpty()
			.allSatisfy((repository) -> assertThat(repository.name().toLowerCase()).contains("kubernetes"));
		assertThat(found("kubernetes NOT helm").size()).isLessThanOrEqualTo(found("kubernetes").size());
		assertThat(found("kubernetes helm").size()).isLessThan(found("kubernetes").size());
		assertThat(found("zzzzqqqqxxxx")).isEmpty();
	}

	@Test
	void aQualifierWithoutSenseIsAWord() {
		assertThat(found("stars:many")).isEmpty();
		assertThat(found("colour:red")).isEmpty();
	}

	@Test
	void negatesQualifiers() {
		assertThat(found("user:rust-lang -language:rust"))
			.isEqualTo(found("user:rust-lang").stream().filter((found) -> !"Rust".equals(found.language())).toList());
	}

	@Test
	void ordersByStarsForksAndChange() {
		Comparator<Repository> stars = Comparator.comparingInt(Repository::stars);
		assertThat(ordered("language:go", SearchOrder.STARS, false)).isSortedAccordingTo(stars.reversed());
		assertThat(ordered("language:go", SearchOrder.STARS, true)).isSortedAccordingTo(stars);
		assertThat(ordered("language:go", SearchOrder.FORKS, false))
			.isSortedAccordingTo(Comparator.comparingInt(Repository::forks).reversed());
		assertThat(ordered("language:go", SearchOrder.UPDATED, false))
			.isSortedAccordingTo(Comparator.comparing((Repository it) -> it.dates().updated()).reversed());
	}

	@Test
	void theQueryItselfMayNameTheOrder() {
		List<Repository> named = this.search.search("language:go sort:stars-asc")
			.stream()
			.map(SearchHit::repository)
			.toList();
		assertThat(named).isEqualTo(ordered("language:go", SearchOrder.STARS, true));
	}

	@Test
	void theBestMatchHasTheWordInItsName() {
		Repository best = found("kubernetes").get(0);
		assertThat(best.name()).isEqualToIgnoringCase("kubernetes");
	}

	private List<Repository> found(String query) {
		return ordered(query, SearchOrder.BEST_MATCH, false);
	}

	private List<Repository> ordered(String query, SearchOrder order, boolean ascending) {
		return this.search.search(query, order, ascending).stream().map(SearchHit::repository).toList();
	}

	private static List<Repository> all(Predicate<Repository> condition) {
		return CATALOGUE.snapshot()
			.repositories()
			.stream()
			.filter(condition)
			.sorted(Comparator.comparingInt(Repository::stars).reversed().thenComparingLong(Repository::id))
			.toList();
	}

}
