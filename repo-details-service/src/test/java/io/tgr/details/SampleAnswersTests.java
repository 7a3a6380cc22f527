package io.tgr.details;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.BucketQuota;
import io.tgr.common.github.CallPriority;
import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.github.RateLimitBucket;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples under {@code docs/api/samples} are what this service says; the tests of its
 * callers read the same files. After a change, {@code -Dtgr.update-docs=true} writes them
 * anew.
 */
class SampleAnswersTests {

	private static final Path SAMPLES = Path.of("../docs/api/samples");

	private static final Instant AS_OF = Instant.parse("2026-11-22T04:10:00Z");

	private static final Instant NOW = Instant.parse("2026-11-22T04:12:30Z");

	private final JsonMapper json = JsonMapper.builder().build();

	private final JsonMapper pretty = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Test
	void showARepository() throws IOException {
		assertSample("repository-details.json", complete("spring-projects/spring-boot"));
	}

	@Test
	void showPartsThatAreMissingOrStale() throws IOException {
		RepositoryOutcomes outcomes = new RepositoryOutcomes(
				Outcome.stale(known(named("spring-projects/spring-boot")), unavailable()), languages(),
				Outcome.failed(unavailable()), Outcome.fresh(known(LatestRelease.NONE)),
				Outcome.failed(new GithubException(GithubFailure.TIMEOUT, null)), stars());
		assertSample("repository-details-partial.json",
				details(outcomes, "spring-projects/spring-boot", EnumSet.allOf(RepositoryPart.class)));
	}

	@Test
	void showARenamedRepository() throws IOException {
		assertSample("repository-details-renamed.json",
				details(measured(Outcome.fresh(known(named("Comfy-Org/ComfyUI")))), "comfyanonymous/ComfyUI",
						Set.of(RepositoryPart.STARS)));
	}

	@Test
	void showARepositoryMeasuredByASingleCall() throws IOException {
		assertSample("repository-details-measured.json",
				details(measured(Outcome.none()), "spring-projects/spring-boot", Set.of(RepositoryPart.STARS)));
	}

	@Test
	void showARepositoryThatFailedAsAWhole() throws IOException {
		assertSample("repository-details-missing.json", missing());
	}

	@Test
	void showStarsByDay() throws IOException {
		assertSample("repository-details-stars.json",
				measured(Outcome.fresh(known(named("spring-projects/spring-boot"))))
					.starsByDay(RepositoryName.of("spring-projects", "spring-boot"), 7, NOW));
	}

	@Test
	void showABatch() throws IOException {
		List<RepositoryDetails> items = List.of(details(measured(Outcome.fresh(known(named("Comfy-Org/ComfyUI")))),
				"comfyanonymous/ComfyUI", Set.of(RepositoryPart.STARS)), missing());
		assertSample("batch.json", BatchAnswer.of(NOW, items));
		assertSame("batch.ndjson",
				items.stream().map(this.json::writeValueAsString).collect(Collectors.joining("\n", "", "\n")));
	}

	@Test
	void tellTimesToTheMillisecond() {
		assertThat(BatchAnswer.of(NOW.plusNanos(123_456), List.of()).asOf()).isEqualTo(NOW);
	}

	@Test
	void showAQuestionForABatch() throws IOException {
		Path sample = SAMPLES.resolve("batch-question.json");
		BatchQuestion question = BatchQuestion.of(Files.readAllBytes(sample), this.json);
		assertThat(question.names()).containsExactly("comfyanonymous/ComfyUI", "nobody/none-such");
		assertThat(question.parts()).containsExactly(RepositoryPart.STARS);
		assertThat(question.days()).isEqualTo(90);
	}

	@Test
	void showTheBudget() throws IOException {
		GithubBudget budget = BDDMockito.mock(GithubBudget.class);
		BDDMockito.given(budget.credentials()).willReturn("token");
		BDDMockito.given(budget.graphqlAvailable()).willReturn(true);
		BDDMockito.given(budget.quota(RateLimitBucket.CORE))
			.willReturn(new BucketQuota(RateLimitBucket.CORE, 5000, 4990, NOW.plusSeconds(3000), 1000, null));
		BDDMockito.given(budget.quota(RateLimitBucket.GRAPHQL))
			.willReturn(new BucketQuota(RateLimitBucket.GRAPHQL, 5000, 4999, null, 1000, NOW.plusSeconds(60)));
		assertSample("repository-details-quota.json", QuotaAnswer.of(budget));
	}

	private static RepositoryDetails complete(String name) {
		RepositoryOutcomes outcomes = new RepositoryOutcomes(Outcome.fresh(known(named(name))), languages(),
				Outcome.fresh(known(List.of(new Contributor("wilkinsona", "https://github.com/wilkinsona",
						"https://avatars.githubusercontent.com/u/914682?v=4", 9144)))),
				Outcome.fresh(known(new LatestRelease(new Release("v4.1.1", null, Instant.parse("2026-10-22T09:30:00Z"),
						"https://github.com/spring-projects/spring-boot/releases/tag/v4.1.1", false)))),
				Outcome
					.fresh(known(new Community(85, List.of("code_of_conduct", "contributing", "license", "readme")))),
				stars());
		return details(outcomes, name, EnumSet.allOf(RepositoryPart.class));
	}

	private static RepositoryOutcomes measured(Outcome<NamedFacts> facts) {
		return new RepositoryOutcomes(facts, Outcome.none(), Outcome.none(), Outcome.none(), Outcome.none(), stars());
	}

	private static RepositoryDetails missing() {
		return RepositoryDetails.failed("nobody/none-such", "https://github.com/nobody/none-such",
				new GithubException(GithubFailure.NOT_FOUND, null), NOW);
	}

	private static RepositoryDetails details(RepositoryOutcomes outcomes, String name, Set<RepositoryPart> parts) {
		Question question = new Question(parts, StarWindow.DEFAULT_DAYS, CallPriority.INTERACTIVE, new Deadline(0));
		RepositoryName asked = Objects.requireNonNull(RepositoryName.parse(name));
		return outcomes.details(asked, "https://github.com/" + name, question, NOW);
	}

	private static NamedFacts named(String name) {
		Facts facts = new Facts(6296790L, "Create production-grade Spring applications", "https://spring.io", "Java",
				List.of("framework", "java", "spring"), "Apache-2.0", Instant.parse("2012-10-19T15:02:57Z"),
				Instant.parse("2026-11-22T03:58:12Z"), Instant.parse("2026-11-21T18:02:44Z"), 81334, 42092, 3364L, 477L,
				"main", 151234L, false, false);
		return new NamedFacts(name, "https://github.com/" + name, facts);
	}

	private static Outcome<List<LanguageShare>> languages() {
		return Outcome
			.fresh(known(List.of(new LanguageShare("Java", 21345678, 98.9), new LanguageShare("Kotlin", 234567, 1.1))));
	}

	private static Outcome<List<StarWeek>> stars() {
		LocalDate sunday = LocalDate.parse("2026-11-22");
		List<StarWeek> weeks = List.of(new StarWeek(sunday, List.of(2, 0, 0, 0, 0, 0, 0)),
				new StarWeek(sunday.minusWeeks(1), List.of(12, 31, 28, 25, 30, 24, 11)),
				new StarWeek(sunday.minusWeeks(2), Collections.nCopies(7, 20)));
		return Outcome.fresh(known(weeks));
	}

	private static GithubException unavailable() {
		return new GithubException(GithubFailure.QUOTA_EXHAUSTED, NOW.plusSeconds(900));
	}

	private static <T> Known<T> known(T value) {
		return new Known<>(value, AS_OF);
	}

	private void assertSample(String file, Object answer) throws IOException {
		assertSame(file, this.pretty.writeValueAsString(answer) + "\n");
	}

	private void assertSame(String file, String content) throws IOException {
		Path sample = SAMPLES.resolve(file);
		if (Boolean.getBoolean("tgr.update-docs")) {
			Files.createDirectories(SAMPLES);
			Files.writeString(sample, content);
		}
		assertThat(sample).as("after a change, run the tests with -Dtgr.update-docs=true").content().isEqualTo(content);
	}

}
