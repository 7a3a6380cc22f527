package io.tgr.trending.details;

import tools.jackson.databind.JsonNode;

/**
 * What repo-details says of one repository, handed on as it came.
 *
 * @param requestedName the name asked for
 * @param fullName the name it has now
 * @param details the answer of repo-details, each part with its own {@code asOf} and
 * {@code problem}
 */
public record Enrichment(String requestedName, String fullName, JsonNode details) {

}
