package io.tgr.common.store;

/**
 * What a lease was won with: of two holders the later one has the higher value.
 *
 * @param lease the name of the lease
 * @param value the value, which only rises
 */
public record Fence(String lease, long value) {

}
