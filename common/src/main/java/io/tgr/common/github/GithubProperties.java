package io.tgr.common.github;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the GitHub transport; what is blank counts as absent.
 *
 * @param url the root of the REST API
 * @param token a personal or fine-grained access token
 * @param clientId the client id of an OAuth app, with its secret
 * @param clientSecret the client secret of an OAuth app
 * @param app an installation of a GitHub App
 * @param apiVersion the version of the REST API to ask for
 * @param connectTimeout how long a connection may take to open
 * @param timeout how long an answer may take, body included
 * @param maxConnections connections at once; GitHub allows 100
 * @param maxResponseSize the largest answer read, unpacked
 * @param cacheSize the memory for answers that GitHub may confirm by a 304
 * @param pointsPerMinute REST calls in any 60 seconds; GitHub allows 900
 * @param graphqlPointsPerMinute GraphQL points in any 60 seconds; GitHub allows 2,000
 * @param reservedForInteractive percent of each bucket, and of the pace, that background
 * calls leave untouched
 * @param checkOnStart whether credentials and quota are asked for on start, free of
 * charge
 */
@ConfigurationProperties("tgr.github")
record GithubProperties(@Nullable URI url, @Nullable String token, @Nullable String clientId,
		@Nullable String clientSecret, @DefaultValue App app, @DefaultValue("2026-03-10") String apiVersion,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("10s") Duration timeout,
		@DefaultValue("64") int maxConnections, @DefaultValue("4MB") DataSize maxResponseSize,
		@DefaultValue("16MB") DataSize cacheSize, @DefaultValue("850") int pointsPerMinute,
		@DefaultValue("1900") int graphqlPointsPerMinute, @DefaultValue("20") int reservedForInteractive,
		@DefaultValue("true") boolean checkOnStart) {

	@Override
	public String toString() {
		return "GithubProperties[url=" + this.url + "]";
	}

	/**
	 * An installation of a GitHub App.
	 *
	 * @param id the App's id
	 * @param installationId the installation's id
	 * @param privateKey the App's private key, PEM as it is or in base64
	 * @param privateKeyFile a file that holds the App's private key as PEM
	 */
	record App(@Nullable String id, @Nullable String installationId, @Nullable String privateKey,
			@Nullable String privateKeyFile) {

		@Override
		public String toString() {
			return "App[id=" + this.id + "]";
		}

	}

}
