package io.tgr.sandbox.github.conditional;

import java.io.IOException;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionalRequestTests {

	private static final String REPOSITORY = "/repos/spring-projects/spring-boot";

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@BeforeEach
	void refill() throws IOException {
		this.client.send("POST", "/_sandbox/limits/reset", null);
		this.client.send("DELETE", "/_sandbox/calls", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/languages", "/contributors", "/topics", "/readme", "/community/profile",
			"/stargazers/history", "/stargazers/count" })
	void tagsWhatCanBeCached(String part) throws IOException {
		Answer answer = this.client.get(REPOSITORY + part);
		assertThat(answer.header("etag")).matches("W/\"[0-9a-f]{64}\"");
		assertThat(this.client.get(REPOSITORY + part).header("etag")).isEqualTo(answer.header("etag"));
	}

	@Test
	void sendsNothingTwiceAndChargesNothingForIt() throws IOException {
		Answer first = this.client.get(REPOSITORY);
		Answer again = conditional(this.client, first).get(REPOSITORY);
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.bytes()).isEmpty();
		assertThat(again.headers()).containsEntry("etag", String.valueOf(first.header("etag")))
			.containsEntry("x-ratelimit-used", "1")
			.containsEntry("x-ratelimit-remaining", "4999")
			.doesNotContainKey("content-type");
		assertThat(this.client.get("/_sandbox/calls").json().at("/byPath/notModified").asInt()).isOne();
	}

	@Test
	void chargesTheAnonymousAllTheSame() throws IOException {
		SandboxClient anonymous = SandboxClient.anonymous(SANDBOX);
		Answer again = conditional(anonymous, anonymous.get(REPOSITORY)).get(REPOSITORY);
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.header("x-ratelimit-used")).isEqualTo("2");
	}

	@Test
	void sendsWhatChangedWithTheDay() throws IOException {
		Answer before = this.client.get(REPOSITORY + "/stargazers/history");
		SANDBOX.today(LocalDate.of(2026, 11, 1));
		Answer after = conditional(this.client, before).get(REPOSITORY + "/stargazers/history");
		SANDBOX.today(LocalDate.of(2026, 11, 22));
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.header("etag")).isNotEqualTo(before.header("etag"));
	}

	@Test
	void tagsEachVersionByItself() throws IOException {
		assertThat(this.client.with("X-GitHub-Api-Version", "2026-03-10").get(REPOSITORY).header("etag"))
			.isNotEqualTo(this.client.get(REPOSITORY).header("etag"));
	}

	@Test
	void tagsTheHeadAsTheWhole() throws IOException {
		Answer head = this.client.send("HEAD", REPOSITORY, null);
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.header("etag")).isEqualTo(this.client.get(REPOSITORY).header("etag"));
		assertThat(head.bytes()).isEmpty();
	}

	@Test
	void understandsAListOfTags() throws IOException {
		String tag = this.client.get(REPOSITORY).header("etag");
		assertThat(this.client.with("If-None-Match", "\"other\", " + tag).get(REPOSITORY).status()).isEqualTo(304);
		assertThat(this.client.with("If-None-Match", "\"other\"").get(REPOSITORY).status()).isEqualTo(200);
	}

	@Test
	void tagsCompressedAnswersToo() throws IOException {
		Answer packed = this.client.with("Accept-Encoding", "gzip").get(REPOSITORY);
		assertThat(packed.header("content-encoding")).isEqualTo("gzip");
		assertThat(conditional(this.client, packed).with("Accept-Encoding", "gzip").get(REPOSITORY).status())
			.isEqualTo(304);
	}

	@Test
	void leavesSearchesErrorsAndRateLimitsUntagged() throws IOException {
		assertThat(this.client.get("/search/repositories?q=spring&per_page=1").header("etag")).isNull();
		assertThat(this.client.get("/repos/nobody/nothing").header("etag")).isNull();
		assertThat(this.client.get("/rate_limit").header("etag")).isNull();
	}

	private static SandboxClient conditional(SandboxClient client, Answer first) {
		return client.with("If-None-Match", String.valueOf(first.header("etag")));
	}

}
