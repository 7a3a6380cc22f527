package io.tgr.trending.shapes.badge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.common.web.KnownParameters;
import io.tgr.common.web.QueryParameters;
import io.tgr.trending.language.Languages;
import io.tgr.trending.ranking.Window;

/**
 * Which place a badge is of.
 *
 * @param fullName the repository, in lower case
 * @param window the only window, {@code null} for the best of all
 * @param language the only language, {@code all} for the ranking of all together,
 * {@code null} for the better of both
 */
record BadgeQuery(String fullName, @Nullable String window, @Nullable String language) {

	private static final String ALL = "all";

	private static final List<String> WINDOWS = Arrays.stream(Window.values()).map(Window::id).toList();

	static BadgeQuery of(ServerRequest request, String fullName, Languages languages) {
		KnownParameters.require(request, Set.of("window", "language"));
		QueryParameters parameters = new QueryParameters(request.queryParams());
		String window = (request.queryParam("window").isPresent()) ? parameters.choice("window", WINDOWS, "") : null;
		String language = parameters.single("language", "all, or one language");
		return new BadgeQuery(fullName.toLowerCase(Locale.ROOT), window,
				(language == null || language.equalsIgnoreCase(ALL)) ? lower(language)
						: languages.require(language).name());
	}

	private static @Nullable String lower(@Nullable String language) {
		return (language != null) ? language.toLowerCase(Locale.ROOT) : null;
	}

	boolean wants(String other) {
		return this.window == null || this.window.equals(other);
	}

	boolean wantsOverall() {
		return this.language == null || this.language.equals(ALL);
	}

	boolean wantsIn(String own) {
		return this.language == null || this.language.equalsIgnoreCase(own);
	}

}
