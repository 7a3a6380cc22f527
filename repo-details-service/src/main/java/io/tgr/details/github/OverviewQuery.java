package io.tgr.details.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tgr.details.RepositoryName;
import io.tgr.details.RepositoryPart;

/**
 * Asks for several repositories by alias: {@code r0}, {@code r1}, and so on.
 */
final class OverviewQuery {

	/**
	 * With more GitHub gets too slow. The query has five connections for each, and one
	 * point pays for a hundred.
	 */
	static final int MAX_NAMES = 20;

	private static final String FACTS = """
			databaseId nameWithOwner url description homepageUrl primaryLanguage { name } \
			repositoryTopics(first: 20) { nodes { topic { name } } } licenseInfo { spdxId } \
			createdAt updatedAt pushedAt stargazerCount forkCount watchers { totalCount } \
			issues(states: [OPEN]) { totalCount } pullRequests(states: [OPEN]) { totalCount } \
			defaultBranchRef { name } diskUsage isArchived isFork""";

	private static final String LANGUAGES = """
			 languages(first: 100, orderBy: {field: SIZE, direction: DESC}) \
			{ totalSize edges { size node { name } } }""";

	private static final String RELEASE = " latestRelease { tagName name publishedAt url isPrerelease }";

	private OverviewQuery() {
	}

	static String alias(int index) {
		return "r" + index;
	}

	static GraphqlQuestion of(List<RepositoryName> names, Set<RepositoryPart> parts) {
		String variables = each(names.size(), "$o%1$d: String!, $n%1$d: String!", ", ");
		String aliases = each(names.size(), "r%1$d: repository(owner: $o%1$d, name: $n%1$d) { ...overview }", "\n");
		String fields = FACTS + (parts.contains(RepositoryPart.LANGUAGES) ? LANGUAGES : "")
				+ (parts.contains(RepositoryPart.RELEASE) ? RELEASE : "");
		return new GraphqlQuestion(
				"query(%s) {\n%s\n}\nfragment overview on Repository { %s }".formatted(variables, aliases, fields),
				values(names));
	}

	private static String each(int count, String template, String separator) {
		return IntStream.range(0, count).mapToObj(template::formatted).collect(Collectors.joining(separator));
	}

	private static Map<String, Object> values(List<RepositoryName> names) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int index = 0; index < names.size(); index++) {
			values.put("o" + index, names.get(index).owner());
			values.put("n" + index, names.get(index).name());
		}
		return values;
	}

}
