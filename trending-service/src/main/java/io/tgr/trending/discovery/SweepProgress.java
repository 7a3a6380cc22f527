package io.tgr.trending.discovery;

/**
 * How far the first sweep of all languages has come.
 *
 * @param languagesTotal languages to sweep, all languages together counted as one
 * @param languagesSwept those whose searches were made and whose most promising
 * repositories were measured
 * @param candidates repositories known
 * @param measured repositories measured
 */
public record SweepProgress(int languagesTotal, int languagesSwept, int candidates, int measured) {

	/**
	 * Whether every language has been swept once.
	 * @return {@code true} from the end of the first sweep on
	 */
	public boolean firstSweepComplete() {
		return this.languagesTotal > 0 && this.languagesSwept >= this.languagesTotal;
	}

}
