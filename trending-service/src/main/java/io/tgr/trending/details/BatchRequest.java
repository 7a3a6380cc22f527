package io.tgr.trending.details;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of which repositories.
 *
 * @param names full names, at most 100
 * @param parts the parts wanted
 * @param days complete days of stars wanted, {@code null} when it does not matter
 */
record BatchRequest(List<String> names, List<String> parts,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer days) {

	/**
	 * As many days as a history keeps, for the one call that a month would take as well.
	 */
	private static final int DAYS = 90;

	static BatchRequest stars(List<String> names) {
		return new BatchRequest(names, List.of("stars"), DAYS);
	}

	static BatchRequest everythingElse(List<String> names) {
		return new BatchRequest(names, List.of("facts", "languages", "contributors", "release", "community"), null);
	}

}
