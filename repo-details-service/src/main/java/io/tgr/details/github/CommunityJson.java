package io.tgr.details.github;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import io.tgr.details.Community;

/**
 * What this service reads in a community profile.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CommunityJson(@Nullable Integer healthPercentage, @Nullable Map<String, @Nullable Object> files) {

	/**
	 * The same file again, as a file.
	 */
	private static final String DUPLICATE = "code_of_conduct_file";

	Community community() {
		Map<String, @Nullable Object> known = new TreeMap<>(Readable.required(this.files));
		List<String> there = known.entrySet()
			.stream()
			.filter((file) -> file.getValue() != null && !file.getKey().equals(DUPLICATE))
			.map(Map.Entry::getKey)
			.toList();
		return new Community(Readable.required(this.healthPercentage), there);
	}

}
