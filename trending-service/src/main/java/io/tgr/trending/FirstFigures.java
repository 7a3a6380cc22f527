package io.tgr.trending;

import java.util.List;

/**
 * How looking at languages nobody asked for before went.
 *
 * @param cold whether there were any
 * @param failures what went wrong
 */
record FirstFigures(boolean cold, List<Throwable> failures) {

}
