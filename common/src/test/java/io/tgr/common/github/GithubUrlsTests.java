package io.tgr.common.github;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GithubUrlsTests {

	@Test
	void anEnterpriseServerHasItsGraphqlBesideTheRestApi() {
		GithubUrls urls = GithubUrls.of(URI.create("https://ghe.example/api/v3/"));
		assertThat(urls.api()).hasToString("https://ghe.example/api/v3");
		assertThat(urls.graphql()).hasToString("https://ghe.example/api/graphql");
		assertThat(urls.bucket(urls.graphql())).isEqualTo(RateLimitBucket.GRAPHQL);
		assertThat(urls.bucket(URI.create("https://ghe.example/api/v3/search/repositories?q=x")))
			.isEqualTo(RateLimitBucket.SEARCH);
		assertThat(urls.contains(URI.create("https://ghe.example/api/v3/repositories/1"))).isTrue();
		assertThat(urls.contains(URI.create("https://ghe.example/elsewhere"))).isFalse();
	}

	@Test
	void nothingMeansThePublicApi() {
		assertThat(GithubUrls.of(URI.create("")).api()).hasToString("https://api.github.com");
		assertThat(GithubUrls.of(null).graphql()).hasToString("https://api.github.com/graphql");
	}

	@Test
	void aRepositoryMayBeCalledGraphqlOrSearch() {
		GithubUrls urls = GithubUrls.of(null);
		assertThat(urls.bucket(URI.create("https://api.github.com/repos/graphql/graphql")))
			.isEqualTo(RateLimitBucket.CORE);
		assertThat(urls.bucket(URI.create("https://api.github.com/repos/search/search")))
			.isEqualTo(RateLimitBucket.CORE);
		assertThat(urls.bucket(URI.create("https://api.github.com/rate_limit"))).isNull();
	}

	@Test
	void onlyTheVeryHostIsTheApi() {
		GithubUrls urls = GithubUrls.of(null);
		assertThat(urls.contains(URI.create("https://api.github.com.evil.example/x"))).isFalse();
		assertThat(urls.contains(URI.create("http://api.github.com/x"))).isFalse();
		assertThat(urls.contains(URI.create("https://user@api.github.com/x"))).isFalse();
	}

}
