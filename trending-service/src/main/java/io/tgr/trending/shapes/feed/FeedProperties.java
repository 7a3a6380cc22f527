package io.tgr.trending.shapes.feed;

import java.net.URI;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How feeds name themselves.
 *
 * @param publicUrl where the gateway is for readers; feeds link to themselves if it is
 * given
 * @param authority the host name that begins the ids of feeds and their entries; whoever
 * changes it shows every reader every entry again
 */
@ConfigurationProperties("tgr.trending.feeds")
record FeedProperties(@Nullable URI publicUrl, @DefaultValue("localhost") String authority) {

	private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

	FeedProperties {
		publicUrl = (publicUrl != null && !publicUrl.toString().isBlank()) ? publicUrl : null;
		Assert.isTrue(publicUrl == null || isWeb(publicUrl),
				"tgr.trending.feeds.public-url has to be an address such as https://trending.example.org");
		Assert.isTrue(HOST.matcher(authority).matches(),
				"tgr.trending.feeds.authority has to be a host name in lower case, such as trending.example.org");
	}

	private static boolean isWeb(URI url) {
		return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
	}

	@Nullable String address(String path, String query) {
		return (this.publicUrl != null) ? this.publicUrl.toString().replaceFirst("/+$", "") + path + "?" + query : null;
	}

}
