package io.tgr.details;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.Nearest;

/**
 * What can be asked of a repository.
 */
public enum RepositoryPart {

	/**
	 * Description, counts, dates and the like.
	 */
	FACTS,
	/**
	 * Languages by size.
	 */
	LANGUAGES,
	/**
	 * Those who contributed most.
	 */
	CONTRIBUTORS,
	/**
	 * The latest release.
	 */
	RELEASE,
	/**
	 * The community profile.
	 */
	COMMUNITY,
	/**
	 * Stars per day.
	 */
	STARS;

	static final String PARAMETER = "parts";

	/**
	 * The word people use for it.
	 * @return the name in lower case
	 */
	@JsonValue
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether no batched call can tell it.
	 * @return {@code true} if it costs a call for each repository
	 */
	boolean hasCallOfItsOwn() {
		return this == CONTRIBUTORS || this == COMMUNITY || this == STARS;
	}

	/**
	 * Reads a selection.
	 * @param slugs the words given, {@code null} for no selection
	 * @return the parts, all of them when none were selected
	 */
	static Set<RepositoryPart> select(@Nullable Collection<String> slugs) {
		if (slugs == null) {
			return EnumSet.allOf(RepositoryPart.class);
		}
		if (slugs.isEmpty()) {
			throw new InvalidParameterException(PARAMETER, "", allowed(), List.of());
		}
		return slugs.stream()
			.map(RepositoryPart::of)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(RepositoryPart.class)));
	}

	private static RepositoryPart of(String slug) {
		String wanted = slug.strip();
		return Arrays.stream(values())
			.filter((part) -> part.slug().equals(wanted))
			.findFirst()
			.orElseThrow(() -> new InvalidParameterException(PARAMETER, slug, allowed(), nearest(wanted)));
	}

	private static List<String> nearest(String wanted) {
		return Nearest.to(wanted, Arrays.stream(values()).map(RepositoryPart::slug).toList());
	}

	static String allowed() {
		return Arrays.stream(values()).map(RepositoryPart::slug).collect(Collectors.joining(", "));
	}

}
