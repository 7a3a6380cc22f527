package io.tgr.trending.discovery;

/**
 * How far the first sweep of all languages has come; a bean whose figures move.
 */
public interface SweepProgress {

	/**
	 * Languages to sweep, all languages together counted as one.
	 * @return how many
	 */
	int languagesTotal();

	/**
	 * Languages whose searches were made and whose most promising repositories were
	 * measured.
	 * @return how many
	 */
	int languagesSwept();

	/**
	 * Repositories known.
	 * @return how many
	 */
	int candidates();

	/**
	 * Repositories measured.
	 * @return how many
	 */
	int measured();

	/**
	 * Whether every language has been swept once.
	 * @return {@code true} from the end of the first sweep on
	 */
	default boolean firstSweepComplete() {
		return languagesTotal() > 0 && languagesSwept() >= languagesTotal();
	}

}
