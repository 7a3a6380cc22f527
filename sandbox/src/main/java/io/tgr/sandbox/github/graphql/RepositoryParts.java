package io.tgr.sandbox.github.graphql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.catalogue.Language;
import io.tgr.sandbox.github.catalogue.Languages;
import io.tgr.sandbox.github.catalogue.License;
import io.tgr.sandbox.github.catalogue.Release;
import io.tgr.sandbox.github.catalogue.Repository;

/**
 * What hangs on a repository.
 */
@Component
class RepositoryParts {

	private final Languages languages;

	RepositoryParts(Languages languages) {
		this.languages = languages;
	}

	static String url(Repository repository) {
		return "https://github.com/" + repository.fullName();
	}

	static String picture(Repository repository) {
		return "https://opengraph.githubassets.com/" + hash("SHA-256", repository.dates().updated().toString()) + "/"
				+ repository.fullName();
	}

	static String hash(String algorithm, String text) {
		try {
			byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static @Nullable Object license(Repository repository) {
		License license = repository.license();
		if (license == null) {
			return null;
		}
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put(GithubSchema.TYPE, "License");
		shown.put("id", license.nodeId());
		shown.put("key", license.key());
		shown.put("name", license.name());
		shown.put("spdxId", license.spdxId());
		shown.put("url", license.known() ? "http://choosealicense.com/licenses/" + license.key() + "/" : null);
		return shown;
	}

	static Connection<Object> topics(Repository repository) {
		List<Object> topics = new ArrayList<>();
		for (String topic : repository.topics()) {
			topics.add(Map.of(GithubSchema.TYPE, "RepositoryTopic", "id",
					NodeIds.of("RepositoryTopic", repository.id() + topic), "url", "https://github.com/topics/" + topic,
					"topic", Map.of(GithubSchema.TYPE, "Topic", "id", NodeIds.of("Topic", topic), "name", topic)));
		}
		return Connection.of(topics);
	}

	static @Nullable Object latestRelease(Repository repository) {
		Release release = repository.extras().latestRelease();
		if (release == null) {
			return null;
		}
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put(GithubSchema.TYPE, "Release");
		shown.put("id", release.nodeId());
		shown.put("databaseId", release.id());
		shown.put("tagName", release.tagName());
		shown.put("name", release.name());
		shown.put("createdAt", release.publishedAt());
		shown.put("publishedAt", release.publishedAt());
		shown.put("isDraft", false);
		shown.put("isLatest", true);
		shown.put("isPrerelease", false);
		shown.put("url", url(repository) + "/releases/tag/" + release.tagName());
		return shown;
	}

	static Connection<Object> releases(Repository repository) {
		Object latest = latestRelease(repository);
		return Connection.of((latest != null) ? List.of(latest) : List.of());
	}

	static Object forks(DataFetchingEnvironment environment) {
		int forks = RepositoryFields.repository(environment).forks();
		Map<String, Object> page = Connection.counted(forks).page(environment);
		page.put("totalDiskUsage", 0);
		return page;
	}

	@Nullable Object primaryLanguage(Repository repository) {
		return (repository.language() != null) ? language(repository.language()) : null;
	}

	Object languages(DataFetchingEnvironment environment) {
		List<Map<String, @Nullable Object>> sized = new ArrayList<>();
		long total = 0;
		for (Map.Entry<String, Long> size : RepositoryFields.repository(environment).extras().languages().entrySet()) {
			Map<String, @Nullable Object> language = language(size.getKey());
			language.put("size", size.getValue());
			sized.add(language);
			total += size.getValue();
		}
		Map<String, Object> order = environment.getArgument("orderBy");
		if (order != null && "ASC".equals(order.get("direction"))) {
			Collections.reverse(sized);
		}
		Map<String, Object> page = new Connection<>(sized, sized.size(), RepositoryParts::size).page(environment);
		page.put("totalSize", Math.min(total, Integer.MAX_VALUE));
		return page;
	}

	private static Map<String, Object> size(Map<String, @Nullable Object> language) {
		return (language.get("size") instanceof Long size) ? Map.of("size", Math.min(size, Integer.MAX_VALUE))
				: Map.of();
	}

	private Map<String, @Nullable Object> language(String name) {
		Language known = this.languages.find(name);
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put(GithubSchema.TYPE, "Language");
		shown.put("id", NodeIds.of("Language", name));
		shown.put("name", name);
		shown.put("color", (known != null) ? known.color() : null);
		return shown;
	}

}
