package io.tgr.details.github;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.details.Contributor;
import io.tgr.details.Facts;
import io.tgr.details.LanguageShare;
import io.tgr.details.NamedFacts;
import io.tgr.details.Release;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedAnswersTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void tellRepositories() throws IOException {
		NamedFacts named = body("repo-200-org", RepositoryJson.class).named();
		assertThat(named.fullName()).isEqualTo("hub4j/github-api");
		assertThat(named.url()).isEqualTo("https://github.com/hub4j/github-api");
		Facts facts = named.facts();
		JsonNode recorded = recorded("repo-200-org");
		assertThat(facts.id()).isEqualTo(617210);
		assertThat(facts.stars()).isEqualTo(recorded.get("stargazers_count").longValue());
		assertThat(facts.watchers()).isEqualTo(recorded.get("subscribers_count").longValue());
		assertThat(facts.forks()).isEqualTo(recorded.get("forks_count").longValue());
		assertThat(facts.openIssues()).isEqualTo(recorded.get("open_issues_count").longValue());
		assertThat(facts.sizeKb()).isEqualTo(recorded.get("size").longValue());
		assertThat(facts.createdAt()).isEqualTo(recorded.get("created_at").stringValue());
		assertThat(facts.license()).isEqualTo("MIT");
		assertThat(facts.language()).isEqualTo("Java");
		assertThat(facts.topics()).contains("java-api");
		assertThat(facts.fork()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "repo-200-user-owned", "repo-200-template", "repo-200-by-id",
			"repo-200-after-rename-by-id", "repo-200-octokit-normalised", "repo-200-fork-with-parent-and-source" })
	void tellEveryKindOfRepository(String fixture) throws IOException {
		NamedFacts named = body(fixture, RepositoryJson.class).named();
		JsonNode recorded = recorded(fixture);
		assertThat(named.fullName()).isEqualTo(recorded.get("full_name").stringValue());
		assertThat(named.facts().stars()).isEqualTo(recorded.get("stargazers_count").longValue());
		assertThat(named.facts().fork()).isEqualTo(recorded.get("fork").booleanValue());
		assertThat(named.facts().homepage()).isNotEqualTo("");
	}

	@Test
	void tellLanguages() throws IOException {
		Map<String, Long> bytes = this.json.convertValue(recorded("languages-200"), new TypeReference<>() {
		});
		assertThat(LanguageShare.of(bytes, 671125)).containsExactly(new LanguageShare("Java", 671125, 100));
	}

	@Test
	void tellContributors() throws IOException {
		List<ContributorJson> contributors = this.json.convertValue(recorded("contributors-200"),
				new TypeReference<>() {
				});
		JsonNode first = recorded("contributors-200").get(0);
		assertThat(contributors).hasSize(recorded("contributors-200").size());
		assertThat(contributors.get(0).contributor())
			.isEqualTo(new Contributor(first.get("login").stringValue(), first.get("html_url").stringValue(),
					first.get("avatar_url").stringValue(), first.get("contributions").longValue()));
	}

	@Test
	void tellTheLatestRelease() throws IOException {
		Release release = Objects.requireNonNull(body("releases-latest-200", ReleaseJson.class).latest().release());
		JsonNode recorded = recorded("releases-latest-200");
		assertThat(release.tagName()).isEqualTo(recorded.get("tag_name").stringValue());
		assertThat(release.publishedAt()).isEqualTo(recorded.get("published_at").stringValue());
		assertThat(release.url()).isEqualTo(recorded.get("html_url").stringValue());
	}

	private <T> T body(String fixture, Class<T> type) throws IOException {
		return this.json.convertValue(recorded(fixture), type);
	}

	private JsonNode recorded(String fixture) throws IOException {
		return this.json.readTree(new ClassPathResource("github/" + fixture + ".json").getInputStream())
			.path("response")
			.path("body");
	}

}
