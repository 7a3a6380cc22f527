package io.tgr.sandbox.github.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * Answers with a repository's readme: its document, or its text for those who accept raw.
 */
@Component
class ContentHandler {

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(60, new byte[] { '\n' });

	private static final MediaType RAW = MediaType.parseMediaType("application/vnd.github.raw+json; charset=utf-8");

	private final GithubAnswers answers;

	ContentHandler(GithubAnswers answers) {
		this.answers = answers;
	}

	Mono<ServerResponse> readme(ServerRequest request, Repository repository) {
		byte[] text = repository.extras().readme().getBytes(StandardCharsets.UTF_8);
		return raw(request)
				? ServerResponse.ok()
					.header("X-GitHub-Media-Type", "github.v3; param=raw; format=json")
					.contentType(RAW)
					.bodyValue(text)
				: this.answers.ok(document(text, repository, new ApiUrls(request)), repository.dates().pushed());
	}

	private static boolean raw(ServerRequest request) {
		List<String> accept = request.headers().header(HttpHeaders.ACCEPT);
		return accept.stream().anyMatch((value) -> value.matches(".*application/vnd\\.github(\\.v3)?\\.raw\\b.*"));
	}

	private static Map<String, Object> document(byte[] text, Repository repository, ApiUrls urls) {
		String branch = repository.extras().defaultBranch();
		String sha = sha(text);
		String self = urls.repository(repository.fullName()) + "/contents/README.md?ref=" + branch;
		String git = urls.repository(repository.fullName()) + "/git/blobs/" + sha;
		String html = "https://github.com/" + repository.fullName() + "/blob/" + branch + "/README.md";
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("name", "README.md");
		document.put("path", "README.md");
		document.put("sha", sha);
		document.put("size", text.length);
		document.put("url", self);
		document.put("html_url", html);
		document.put("git_url", git);
		document.put("download_url",
				"https://raw.githubusercontent.com/" + repository.fullName() + "/" + branch + "/README.md");
		document.put("type", "file");
		document.put("content", LINES.encodeToString(text) + "\n");
		document.put("encoding", "base64");
		Map<String, Object> links = new LinkedHashMap<>();
		links.put("self", self);
		links.put("git", git);
		links.put("html", html);
		document.put("_links", links);
		return document;
	}

	// The name that git gives a blob.
	private static String sha(byte[] text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-1");
			digest.update(("blob " + text.length + "\0").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-1", ex);
		}
	}

}
