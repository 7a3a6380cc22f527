package io.tgr.trending;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.RepositoryAnswer.Place;
import io.tgr.trending.ranking.Ranking;

/**
 * Where one repository stands now in one window.
 *
 * @param ranking the ranking among all languages
 * @param overall its place in that
 * @param inLanguage its place within its language, {@code null} without a language
 */
public record PresentPlace(Ranking ranking, Place overall, @Nullable Place inLanguage) {

}
