package io.tgr.sandbox.github.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.MovableClock;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;
import io.tgr.sandbox.github.contract.GithubContract;

import static org.assertj.core.api.Assertions.assertThat;

class AppTokenTests {

	private static final String PATH = "/app/installations/1/access_tokens";

	private static final MovableClock CLOCK = new MovableClock("2026-11-22T12:00:00Z");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().clock(CLOCK).start();

	private final SandboxClient anonymous = SandboxClient.anonymous(SANDBOX);

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void issuesATokenForAnHour() throws Exception {
		Answer issued = exchange(jwt(privateKey(), "1", -60, 540), PATH);
		assertThat(issued.status()).isEqualTo(201);
		assertThat(GithubContract.strict(GithubContract.NEW).violations("POST", PATH, 201, issued.json())).isEmpty();
		assertThat(issued.json().get("expires_at").asString()).isEqualTo(CLOCK.instant().plusSeconds(3600).toString());
		SandboxClient app = this.anonymous.with("Authorization", "Bearer " + issued.json().get("token").asString());
		assertThat(app.get("/repos/spring-projects/spring-boot").header("x-ratelimit-limit")).isEqualTo("5000");
		assertThat(app.query("{ rateLimit { limit } }").json().at("/data/rateLimit/limit").asInt()).isEqualTo(5000);
		CLOCK.pass(Duration.ofHours(1));
		assertThat(app.get("/repos/spring-projects/spring-boot").status()).isEqualTo(401);
	}

	@Test
	void refusesATokenThatLivesTooLongOrIsOverOrFromTheFuture() throws Exception {
		PrivateKey key = privateKey();
		assertThat(exchange(jwt(key, "1", 0, 601), PATH).message())
			.isEqualTo("'Expiration time' claim ('exp') is too far in the future");
		assertThat(exchange(jwt(key, "1", -700, 0), PATH).message())
			.startsWith("'Expiration time' claim ('exp') must be");
		assertThat(exchange(jwt(key, "1", 30, 300), PATH).message()).startsWith("'Issued at' claim ('iat')");
		assertThat(exchange(jwt(key, "1", 30, 300), PATH).status()).isEqualTo(401);
	}

	@Test
	void refusesAnotherKeyAnotherAppAndAnotherInstallation() throws Exception {
		PrivateKey stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
		assertThat(exchange(jwt(stranger, "1", 0, 300), PATH).message())
			.isEqualTo("A JSON web token could not be decoded");
		assertThat(exchange("nonsense", PATH).status()).isEqualTo(401);
		assertThat(this.anonymous.send("POST", PATH, null).status()).isEqualTo(401);
		assertThat(exchange(jwt(privateKey(), "2", 0, 300), PATH).message()).isEqualTo("Integration not found");
		assertThat(exchange(jwt(privateKey(), "1", 0, 300), "/app/installations/2/access_tokens").status())
			.isEqualTo(404);
	}

	private Answer exchange(String jwt, String path) throws IOException {
		return this.anonymous.with("Authorization", "Bearer " + jwt).send("POST", path, null);
	}

	// GitHub hands out PKCS #1; Java wants the header of PKCS #8 around it.
	private PrivateKey privateKey() throws IOException, GeneralSecurityException {
		String pem = this.anonymous.get("/_sandbox/app/private-key.pem").text();
		assertThat(pem).startsWith("-----BEGIN RSA PRIVATE KEY-----\n").endsWith("-----END RSA PRIVATE KEY-----\n");
		byte[] pkcs1 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
		String size = String.format("%04x", pkcs1.length);
		String total = String.format("%04x", pkcs1.length + 22);
		String hex = "3082" + total + "020100300d06092a864886f70d01010105000482" + size;
		byte[] prefix = HexFormat.of().parseHex(hex);
		byte[] pkcs8 = new byte[prefix.length + pkcs1.length];
		System.arraycopy(prefix, 0, pkcs8, 0, prefix.length);
		System.arraycopy(pkcs1, 0, pkcs8, prefix.length, pkcs1.length);
		return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
	}

	private static String jwt(PrivateKey key, String issuer, long issued, long expires)
			throws GeneralSecurityException {
		long now = CLOCK.instant().getEpochSecond();
		String claims = String.format("{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}", now + issued, now + expires, issuer);
		String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ encode(claims.getBytes(StandardCharsets.UTF_8));
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(key);
		signature.update(signed.getBytes(StandardCharsets.UTF_8));
		return signed + "." + encode(signature.sign());
	}

	private static String encode(byte[] part) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
	}

}
