package io.tgr.common.github;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Chooses among what is given: a token before an App before a client id. Half of
 * something stops the start with one sentence.
 */
final class CredentialsChoice {

	private final GithubProperties properties;

	CredentialsChoice(GithubProperties properties) {
		this.properties = properties;
	}

	Credentials choose(WebClient client, Clock clock) {
		GithubProperties given = this.properties;
		boolean oauthApp = complete("CLIENT_ID and CLIENT_SECRET", given.clientId(), given.clientSecret());
		GithubProperties.App app = given.app();
		String key = (StringUtils.hasText(app.privateKeyFile())) ? app.privateKeyFile() : app.privateKey();
		boolean installation = complete(
				"GITHUB_APP_ID, GITHUB_APP_INSTALLATION_ID and GITHUB_APP_PRIVATE_KEY_FILE (or GITHUB_APP_PRIVATE_KEY)",
				app.id(), app.installationId(), key);
		if (StringUtils.hasText(given.token())) {
			return FixedCredentials.token(given.token().strip());
		}
		if (installation) {
			return new AppCredentials(client, key(app), Objects.requireNonNull(app.installationId()).strip(), clock);
		}
		return (oauthApp) ? FixedCredentials.client(Objects.requireNonNull(given.clientId()).strip(),
				Objects.requireNonNull(given.clientSecret()).strip()) : FixedCredentials.none();
	}

	private static boolean complete(String names, @Nullable String... values) {
		long present = Arrays.stream(values).filter(StringUtils::hasText).count();
		if (present > 0 && present < values.length) {
			throw refusal("Of the GitHub credentials " + names + " only a part is given.",
					"Give all of them, or none.");
		}
		return present > 0;
	}

	private static AppKey key(GithubProperties.App app) {
		try {
			return new AppKey(Objects.requireNonNull(app.id()).strip(), pem(app));
		}
		catch (IOException ex) {
			throw refusal("The file named by GITHUB_APP_PRIVATE_KEY_FILE cannot be read: " + app.privateKeyFile(),
					"Name the .pem file that GitHub gave for the App.");
		}
		catch (RuntimeException ex) {
			// Neither the key nor what a parser says about it may reach a log.
			throw refusal("The private key of the GitHub App is not an RSA key in PEM form.",
					"Give the .pem file that GitHub gave for the App, or its content in base64.");
		}
	}

	private static String pem(GithubProperties.App app) throws IOException {
		if (StringUtils.hasText(app.privateKeyFile())) {
			return Files.readString(Path.of(app.privateKeyFile().strip()));
		}
		String given = Objects.requireNonNull(app.privateKey());
		return (given.contains("-----BEGIN")) ? given
				: new String(Base64.getMimeDecoder().decode(given), StandardCharsets.UTF_8);
	}

	private static FailureAnalyzedException refusal(String description, String action) {
		return new FailureAnalyzedException(description, action);
	}

}
