package io.tgr.details.github;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param query the query
 * @param variables its variables
 */
record GraphqlQuestion(String query, Map<String, Object> variables) {

}
