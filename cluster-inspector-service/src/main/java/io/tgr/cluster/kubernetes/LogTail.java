package io.tgr.cluster.kubernetes;

import java.util.List;

/**
 * The end of a container's log.
 *
 * @param lines its last lines, values of the environment withheld
 * @param cut whether there are more lines than may be told
 */
public record LogTail(List<String> lines, boolean cut) {

}
