package io.tgr.common.github;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class AppCredentialsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static KeyPair keys;

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final AtomicInteger issued = new AtomicInteger();

	@BeforeAll
	static void generate() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		keys = generator.generateKeyPair();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void signsAnAssertionThatGithubCanVerify(boolean pkcs1) throws Exception {
		String[] parts = new AppKey("17", pem(pkcs1)).assertion(this.clock.instant()).split("\\.");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(keys.getPublic());
		signature.update(FakeGithub.utf8(parts[0] + "." + parts[1]));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
		JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
		assertThat(claims.path("iss").asString()).isEqualTo("17");
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
		assertThat(claims.path("iat").asLong()).isEqualTo(this.clock.instant().getEpochSecond() - 60);
	}

	@Test
	void asksOnceForAllAndAgainBeforeTheEnd() {
		try (FakeGithub github = app(201)) {
			StepVerifier.create(Flux.range(0, 20).flatMap((i) -> github.get("/repos/a/" + i)))
				.expectNextCount(20)
				.expectComplete()
				.verify(PATIENCE);
			assertThat(this.issued.get()).isEqualTo(1);
			assertThat(authorizationOf(github)).isEqualTo("Bearer ghs_1");
			this.clock.advance(Duration.ofMinutes(56));
			StepVerifier.create(github.get("/repos/a/b")).expectNextCount(1).expectComplete().verify(PATIENCE);
			assertThat(authorizationOf(github)).isEqualTo("Bearer ghs_2");
			assertThat(github.transport().budget().credentials()).isEqualTo("app");
			assertThat(github.transport().budget().graphqlAvailable()).isTrue();
		}
	}

	@Test
	void asksAgainAfterARefusal() {
		try (FakeGithub github = app(201)) {
			StepVerifier.create(github.get("/repos/a/b")).expectNextCount(1).expectComplete().verify(PATIENCE);
			StepVerifier.create(github.get("/repos/a/refused")).expectError(GithubException.class).verify(PATIENCE);
			StepVerifier.create(github.get("/repos/a/b")).expectNextCount(1).expectComplete().verify(PATIENCE);
			assertThat(authorizationOf(github)).isEqualTo("Bearer ghs_2");
		}
	}

	@Test
	void anUnknownInstallationIsARefusalOfOurCredentials() {
		try (FakeGithub github = app(404)) {
			StepVerifier.create(github.get("/repos/a/b"))
				.expectErrorSatisfies(
						(ex) -> assertThat(((GithubException) ex).failure()).isEqualTo(GithubFailure.BAD_CREDENTIALS))
				.verify(PATIENCE);
			assertThat(github.callsTo("/repos")).isZero();
		}
	}

	@Test
	void theTokenStaysOutOfSight() {
		assertThat(new AppCredentials.Token("ghs_secret", Instant.EPOCH).toString()).doesNotContain("ghs_secret");
	}

	private FakeGithub app(int status) {
		Clock moving = this.clock;
		return TransportTests.github((request, response) -> {
			if (request.uri().equals("/app/installations/42/access_tokens")) {
				return FakeGithub.json(response, status,
						"{\"token\":\"ghs_%d\",\"expires_at\":\"%s\",\"permissions\":{}}"
							.formatted(this.issued.incrementAndGet(), moving.instant().plus(Duration.ofHours(1))));
			}
			return (request.uri().endsWith("refused"))
					? FakeGithub.json(response, 401, "{\"message\":\"Bad credentials\"}")
					: FakeGithub.json(response, 200, "{}");
		})
			.with("app.id", "17")
			.with("app.installation-id", "42")
			.with("app.private-key", Base64.getEncoder().encodeToString(FakeGithub.utf8(pem(true))))
			.at(moving);
	}

	private static @Nullable String authorizationOf(FakeGithub github) {
		return github.calls.get(github.calls.size() - 1).headers().get("authorization");
	}

	// PKCS#8 of an RSA key is its PKCS#1 form behind 26 bytes that name the algorithm.
	static String pem(boolean pkcs1) {
		byte[] encoded = keys.getPrivate().getEncoded();
		byte[] bytes = (pkcs1) ? Arrays.copyOfRange(encoded, 26, encoded.length) : encoded;
		String name = (pkcs1) ? "RSA PRIVATE KEY" : "PRIVATE KEY";
		return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(name,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes), name);
	}

}
