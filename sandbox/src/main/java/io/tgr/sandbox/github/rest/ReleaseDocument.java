package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.Release;
import io.tgr.sandbox.github.catalogue.Repository;

/** A release in an answer. */
final class ReleaseDocument {

	private ReleaseDocument() {
	}

	static Map<String, @Nullable Object> of(Release release, Repository repository, ApiUrls urls) {
		String name = repository.fullName();
		String url = urls.repository(name) + "/releases/" + release.id();
		String published = release.publishedAt().toString();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("url", url);
		document.put("assets_url", url + "/assets");
		document.put("upload_url",
				"https://uploads.github.com/repos/" + name + "/releases/" + release.id() + "/assets{?name,label}");
		document.put("html_url", "https://github.com/" + name + "/releases/tag/" + release.tagName());
		document.put("id", release.id());
		document.put("author", UserDocument.of(repository.extras().contributors(0, 1).get(0).user(), urls));
		document.put("node_id", release.nodeId());
		document.put("tag_name", release.tagName());
		document.put("target_commitish", repository.extras().defaultBranch());
		document.put("name", release.name());
		document.put("draft", false);
		document.put("immutable", false);
		document.put("prerelease", false);
		document.put("created_at", published);
		document.put("updated_at", published);
		document.put("published_at", published);
		document.put("assets", List.of());
		document.put("tarball_url", urls.repository(name) + "/tarball/" + release.tagName());
		document.put("zipball_url", urls.repository(name) + "/zipball/" + release.tagName());
		document.put("body", null);
		return document;
	}

}
