package io.tgr.trending.language;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A language GitHub knows.
 *
 * @param name the name GitHub shows, {@code Jupyter Notebook}
 * @param urlParam the form GitHub puts into addresses, percent-encoded where needed,
 * {@code c%2B%2B}
 * @param color the colour GitHub paints it in, {@code null} for most
 * @param aliases other names, in lower case, not encoded
 * @param share how many repositories of the sample that orders the sweeps are written in
 * it
 */
public record Language(String name, String urlParam, @Nullable String color, List<String> aliases, int share) {

	public Language {
		aliases = List.copyOf(aliases);
	}

}
