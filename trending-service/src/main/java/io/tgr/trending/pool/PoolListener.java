package io.tgr.trending.pool;

/**
 * Is told what changes in the pool, by whichever thread changes it.
 */
public interface PoolListener {

	/**
	 * Listens to nothing.
	 */
	PoolListener NOBODY = new PoolListener() {

		@Override
		public void changed(long id) {
		}

		@Override
		public void removed(long id) {
		}

	};

	/**
	 * A repository was added, seen, measured or renamed.
	 * @param id its number
	 */
	void changed(long id);

	/**
	 * A repository is gone from GitHub, or another one has its name now. One that only
	 * made room is not told.
	 * @param id its number
	 */
	void removed(long id);

}
