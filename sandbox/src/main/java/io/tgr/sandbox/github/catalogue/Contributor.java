package io.tgr.sandbox.github.catalogue;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who contributed, derived: no real person is named but an owner.
 *
 * @param user who
 * @param contributions how many commits
 */
public record Contributor(Owner user, int contributions) {

	private static final int MOST = 400;

	static int count(Repository repository, Seed seed) {
		double several = Math.sqrt(repository.stars()) * (0.2 + 1.3 * seed.fraction("contributors"));
		return 1 + (int) Math.min(MOST - 1, several);
	}

	static List<Contributor> list(Repository repository, Seed seed, int offset, int limit) {
		int end = (int) Math.min(count(repository, seed), (long) offset + limit);
		return IntStream.range(Math.min(offset, end), end).mapToObj((rank) -> at(repository, seed, rank)).toList();
	}

	private static Contributor at(Repository repository, Seed seed, int rank) {
		int commits = (int) seed.between("commits", 20, 1_500);
		Owner user = (rank == 0 && !repository.owner().organization()) ? repository.owner()
				: Owner.user("sandbox-" + Long.toString(seed.between("contributor" + rank, 1, 60_000), 36));
		return new Contributor(user, Math.max(1, commits / (rank + 1)));
	}

}
