package io.tgr.sandbox.github.search;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * A repository that matches.
 *
 * @param repository the repository
 * @param score how well it matches
 */
public record SearchHit(Repository repository, double score) {
}
