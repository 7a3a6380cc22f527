package io.tgr.details;

/**
 * A repository as GitHub's REST API tells it.
 *
 * @param json GitHub's own bytes
 * @param named what we read in them
 */
public record RawRepository(byte[] json, NamedFacts named) {

}
