package io.tgr.trending;

import java.util.List;
import java.util.Map;

/**
 * The shape of the workshop's answer, for its description only: the repositories are
 * spliced in as GitHub sent them.
 *
 * @param repos repositories in full
 * @param status {@code ok}, or {@code ko} when some failed
 */
record MostStarredAnswer(List<Map<String, Object>> repos, String status) {

}
