package io.tgr.details;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.tgr.common.web.InvalidParameterException;

/**
 * Which repositories, and which parts of them.
 *
 * @param names full names, at most 100
 * @param parts parts wanted, all when absent
 * @param others members that nobody knows
 */
@Schema(description = "Which repositories, and which parts of them")
record BatchQuestion(
		@ArraySchema(arraySchema = @Schema(description = "Full names; duplicates are asked once"), minItems = 1,
				maxItems = BatchQuestion.MAX_NAMES,
				schema = @Schema(example = "spring-projects/spring-boot")) @Nullable List<@Nullable String> names,
		@ArraySchema(arraySchema = @Schema(description = "Parts wanted, all when absent"),
				schema = @Schema(implementation = RepositoryPart.class)) @Nullable List<@Nullable String> parts,
		@Schema(hidden = true) @JsonAnySetter @Nullable Map<String, @Nullable Object> others) {

	static final int MAX_NAMES = 100;

	List<String> checkedNames() {
		if (this.others != null && !this.others.isEmpty()) {
			throw new InvalidParameterException(this.others.keySet().iterator().next(), null, "names, parts",
					List.of());
		}
		if (this.names == null || this.names.isEmpty() || this.names.size() > MAX_NAMES) {
			throw new InvalidParameterException("names", (this.names != null) ? this.names.size() + " names" : null,
					"1 to " + MAX_NAMES + " full names", List.of());
		}
		return this.names.stream().map(BatchQuestion::present).toList();
	}

	Set<RepositoryPart> selectedParts() {
		return RepositoryPart.select(this.parts);
	}

	private static String present(@Nullable String name) {
		if (name == null) {
			throw new InvalidParameterException("names", null, "owner/name", List.of());
		}
		return name;
	}

}
