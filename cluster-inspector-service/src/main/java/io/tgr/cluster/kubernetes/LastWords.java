package io.tgr.cluster.kubernetes;

/**
 * What a container wrote when it ended.
 *
 * @param container its name
 * @param previous whether it was restarted since
 * @param message its words, values of the environment withheld
 */
public record LastWords(String container, boolean previous, String message) {

}
