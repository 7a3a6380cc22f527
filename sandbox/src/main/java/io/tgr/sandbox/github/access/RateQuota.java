package io.tgr.sandbox.github.access;

/**
 * What is left of a bucket.
 *
 * @param limit how much it holds
 * @param used how much is gone
 * @param remaining how much is left
 * @param reset when it is full again, in seconds since 1970
 */
public record RateQuota(int limit, int used, int remaining, long reset) {

}
