package io.tgr.details;

/**
 * Facts and the name they belong to.
 *
 * @param fullName the name the repository has now
 * @param url its page
 * @param facts its facts
 */
public record NamedFacts(String fullName, String url, Facts facts) {

}
