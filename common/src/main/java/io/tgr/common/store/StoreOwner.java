package io.tgr.common.store;

import java.net.URI;
import java.util.Locale;

import org.springframework.core.env.Environment;

/**
 * Whose store it is.
 *
 * @param service the name of the service
 * @param githubHost the GitHub that its figures come from
 */
record StoreOwner(String service, String githubHost) {

	static StoreOwner of(Environment environment) {
		String service = environment.getProperty("spring.application.name", "tgr");
		String url = environment.getProperty("tgr.github.url", "").strip();
		return new StoreOwner(plain(service), plain((url.isEmpty()) ? "api.github.com" : authority(url)));
	}

	private static String authority(String url) {
		String authority = URI.create(url).getAuthority();
		return (authority != null) ? authority.substring(authority.lastIndexOf('@') + 1) : url;
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
	}

}
