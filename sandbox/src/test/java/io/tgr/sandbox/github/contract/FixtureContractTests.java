package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what GitHub really answered against its own description, so that the description
 * can be trusted where the sandbox is held against it.
 */
class FixtureContractTests {

	/**
	 * Where a recording differs, and why: it is older than the member, or GitHub sends
	 * empty text for a homepage that is not there.
	 */
	private static final Map<String, String> EXCEPTED = Map.of("rate-limit-200.json",
			"/.*: required property 'used' not found", "repo-200-after-rename-by-id.json",
			": required property 'has_discussions' not found", "repo-200-by-id.json",
			": required property 'has_discussions' not found", "repo-200-octokit-normalised.json",
			": required property 'has_discussions' not found", "search-repositories-200.json",
			"/items/\\d+/homepage: does not match the uri pattern.*");

	/**
	 * Not REST, not described, or without a body: each has a test of its own.
	 */
	private static final Set<String> APART = Set.of("error-304-not-modified.json", "error-422-validation-failed.json",
			"error-503-unicorn-html.json", "graphql-200-aliases.json", "graphql-200-errors-partial.json");

	static Stream<String> rest() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver()
			.getResources("classpath:io/tgr/sandbox/github/contract/fixtures/*.json");
		return Stream.of(files).map(Resource::getFilename).filter((name) -> !APART.contains(name)).sorted();
	}

	@ParameterizedTest
	@MethodSource("rest")
	void wasAnsweredAsPublished(String fixture) throws IOException {
		JsonNode recorded = fixture(fixture);
		List<String> violations = GithubContract.published(GithubContract.OLD)
			.violations(recorded.at("/request/method").asString(), recorded.at("/request/url").asString(),
					recorded.at("/response/status").asInt(), recorded.at("/response/body"));
		String excepted = EXCEPTED.get(fixture);
		if (excepted == null) {
			assertThat(violations).isEmpty();
		}
		else {
			assertThat(violations).isNotEmpty().allMatch((violation) -> violation.matches(excepted));
		}
	}

	@Test
	void namesNoExceptionInVain() throws IOException {
		assertThat(rest().toList()).hasSize(24).containsAll(EXCEPTED.keySet());
	}

	@Test
	void hadTheFormOfValidationErrorsElsewhereToo() throws IOException {
		JsonNode body = fixture("error-422-validation-failed.json").at("/response/body");
		assertThat(GithubContract.published(GithubContract.OLD).componentViolations("validation-error", body))
			.isEmpty();
	}

	@Test
	void agreesWithTheErrorsThatTheSandboxCarries() throws IOException {
		GithubContract contract = GithubContract.strict(GithubContract.NEW);
		JsonNode errors = GithubContract.resource("/io/tgr/sandbox/github/fault/errors.json").get("errors");
		for (JsonNode error : errors) {
			JsonNode body = error.get("body");
			boolean described = error.get("api").asString().equals("rest") && body.isObject() && !body.has("block");
			if (described) {
				String form = body.has("errors") ? "validation-error" : "basic-error";
				assertThat(contract.componentViolations(form, body)).as(error.get("id").asString()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "error-304-not-modified.json", "error-503-unicorn-html.json" })
	void hadNoJson(String fixture) throws IOException {
		JsonNode response = fixture(fixture).get("response");
		assertThat(response.path("body").isMissingNode() || response.get("body").isNull()).isTrue();
	}

	@Test
	void askedGraphqlForFieldsOfTheSubset() throws IOException {
		String definition = new ClassPathResource("io/tgr/sandbox/github/graphql/github-subset.graphql")
			.getContentAsString(StandardCharsets.UTF_8);
		TypeDefinitionRegistry types = new SchemaParser().parse(definition);
		ObjectTypeDefinition repository = types.getTypeOrNull("Repository", ObjectTypeDefinition.class);
		List<String> fields = repository.getFieldDefinitions().stream().map((field) -> field.getName()).toList();
		for (JsonNode answered : fixture("graphql-200-aliases.json").at("/response/body/data")) {
			assertThat(fields).containsAll(answered.propertyNames());
		}
	}

	@Test
	void hadTheErrorFormThatTheSandboxUses() throws IOException {
		JsonNode error = fixture("graphql-200-errors-partial.json").at("/response/body/errors/0");
		assertThat(error.propertyNames()).containsExactly("type", "path", "locations", "message");
	}

	private static JsonNode fixture(String name) throws IOException {
		return GithubContract.resource("fixtures/" + name);
	}

}
