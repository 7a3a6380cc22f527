package io.tgr.trending;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row with what repo-details says of the repository.
 *
 * @param row the row
 * @param details the answer of repo-details, {@code null} when it gave none
 */
record DetailedRow(@JsonUnwrapped TrendingRow row, @Nullable JsonNode details) {

}
