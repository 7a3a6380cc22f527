package io.tgr.trending;

import java.util.List;

/**
 * What an answer rests on.
 *
 * @param candidates repositories known
 * @param measured those measured on every day of the window, and so ranked
 * @param missing why not all, or not yet
 */
public record Coverage(int candidates, int measured, List<String> missing) {

}
