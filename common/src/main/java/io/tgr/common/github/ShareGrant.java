package io.tgr.common.github;

/**
 * What one replica was granted of a shared rate limit: nobody else takes it, and it may
 * be spent while Redis is away.
 */
final class ShareGrant {

	private int replicas = 1;

	private int left;

	private int reserving;

	private long alone;

	ShareGrant(int left) {
		this.left = left;
	}

	int left() {
		return this.left;
	}

	int replicas() {
		return this.replicas;
	}

	/**
	 * How many were taken alone; less those that were given back.
	 * @return the total
	 */
	long alone() {
		return this.alone;
	}

	// Redis may take it off the grant, and its answer may get lost.
	void reserving() {
		this.reserving++;
		this.left = Math.max(0, this.left - 1);
	}

	void reserved() {
		this.reserving--;
	}

	void takeAlone() {
		this.left--;
		this.alone++;
	}

	void giveBackAlone() {
		this.left++;
		this.alone--;
	}

	/**
	 * Takes over a grant.
	 * @param answer what Redis grants
	 * @param before how many had been taken alone when it was asked
	 */
	void accept(SharedAnswer answer, long before) {
		this.replicas = answer.replicas();
		int since = (int) Math.max(0, this.alone - before);
		this.left = Math.max(0, answer.grant() - this.reserving - since);
	}

	void learn(int remaining) {
		this.left = remaining;
	}

	void atMost(int remaining) {
		this.left = Math.min(this.left, remaining);
	}

	/**
	 * Shares out a new window.
	 * @param limit its limit
	 */
	void roll(int limit) {
		this.left = limit / this.replicas;
	}

}
