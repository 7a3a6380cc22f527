package io.tgr.trending;

/**
 * Which formula made the scores.
 *
 * @param name its name
 * @param version its version
 */
public record FormulaName(String name, int version) {

}
