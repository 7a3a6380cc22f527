package io.tgr.details;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one batched question tells of a repository.
 *
 * @param named its name and facts
 * @param languages its languages, {@code null} if not asked for
 * @param release its latest release, {@code null} if not asked for
 */
public record Overview(NamedFacts named, @Nullable List<LanguageShare> languages, @Nullable LatestRelease release) {

}
