package io.tgr.sandbox.github.catalogue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A release, derived: GitHub's answers on releases are not in the data.
 *
 * @param id the numeric id
 * @param tagName the tag
 * @param name the title
 * @param publishedAt when it was published
 */
public record Release(long id, String tagName, @Nullable String name, Instant publishedAt) {

	static @Nullable Release latest(Repository repository, Seed seed) {
		if (seed.chance("no release", 25)) {
			return null;
		}
		Instant created = repository.dates().created();
		long life = Duration.between(created, repository.dates().pushed()).toSeconds();
		Instant published = created.plusSeconds((long) (life * (0.6 + 0.4 * seed.fraction("published"))));
		String tag = "v" + seed.between("major", 0, 6) + "." + seed.between("minor", 0, 20) + "."
				+ seed.between("patch", 0, 9);
		return new Release(seed.between("release id", 10_000_000, 300_000_000), tag,
				seed.chance("release title", 60) ? tag : null, published);
	}

	/**
	 * The GraphQL id.
	 * @return an opaque id
	 */
	public String nodeId() {
		return Identifiers.nodeId("RE", this.id);
	}

}
