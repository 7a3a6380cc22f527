package io.tgr.details.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tgr.details.LanguageShare;

/**
 * Languages by size, as GraphQL tells them.
 *
 * @param totalSize bytes in all languages
 * @param edges the languages
 */
record LanguagesNode(long totalSize, List<Edge> edges) {

	List<LanguageShare> shares() {
		Map<String, Long> bytes = new LinkedHashMap<>();
		this.edges.forEach((edge) -> bytes.put(edge.node().name(), edge.size()));
		return LanguageShare.of(bytes, this.totalSize);
	}

	/**
	 * A language.
	 *
	 * @param size its bytes
	 * @param node its name
	 */
	record Edge(long size, RepositoryNode.Named node) {

	}

}
