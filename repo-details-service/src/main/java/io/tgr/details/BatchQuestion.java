package io.tgr.details;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.web.InvalidParameterException;

/**
 * Which repositories, and which parts of them.
 *
 * @param names full names; duplicates are asked once
 * @param parts parts wanted, all when absent
 * @param days complete days of stars wanted, 30 when absent
 */
@Schema(requiredProperties = "names")
record BatchQuestion(
		@ArraySchema(minItems = 1, maxItems = BatchQuestion.MAX_NAMES,
				schema = @Schema(example = "spring-projects/spring-boot")) List<String> names,
		Set<RepositoryPart> parts,
		@Schema(type = "integer", minimum = "1", maximum = "365", defaultValue = "30") int days) {

	static final int MAX_NAMES = 100;

	private static final int LONGEST_VALUE = 100;

	private static final String NAMES = "names";

	/**
	 * Reads the body of a request, and says of each member what is wrong with it.
	 * @param body the body, {@code null} if there is none
	 * @param json reads JSON
	 * @return the question
	 */
	static BatchQuestion of(byte @Nullable [] body, JsonMapper json) {
		JsonNode question = read(body, json);
		Set<String> known = Set.of(NAMES, RepositoryPart.PARAMETER, Questions.DAYS);
		for (String member : question.propertyNames()) {
			if (!known.contains(member)) {
				throw InvalidParameterException.unknown(member, text(question.get(member)), known);
			}
		}
		return new BatchQuestion(names(question.path(NAMES)), parts(question.path(RepositoryPart.PARAMETER)),
				days(question.path(Questions.DAYS)));
	}

	private static JsonNode read(byte @Nullable [] body, JsonMapper json) {
		String value = null;
		try {
			JsonNode question = (body != null) ? json.readTree(body) : json.missingNode();
			if (question.isObject()) {
				return question;
			}
			value = text(question);
		}
		catch (JacksonException ex) {
			value = "broken JSON, line %d, column %d".formatted(ex.getLocation().getLineNr(),
					ex.getLocation().getColumnNr());
		}
		throw invalid("body", value, "a JSON object with names, and parts unless all are wanted");
	}

	private static List<String> names(JsonNode names) {
		boolean list = names.isArray();
		if (!list || names.isEmpty() || names.size() > MAX_NAMES) {
			throw invalid(NAMES, (list) ? names.size() + " names" : text(names),
					"a list of 1 to %d full names".formatted(MAX_NAMES));
		}
		return IntStream.range(0, names.size()).mapToObj((index) -> name(names.get(index), index)).toList();
	}

	private static String name(JsonNode name, int index) {
		if (!name.isString()) {
			throw invalid("%s[%d]".formatted(NAMES, index), text(name), "a full name, owner/name");
		}
		return name.stringValue();
	}

	private static Set<RepositoryPart> parts(JsonNode parts) {
		if (parts.isMissingNode() || parts.isNull()) {
			return RepositoryPart.select(null);
		}
		if (!parts.isArray()) {
			throw invalid(RepositoryPart.PARAMETER, text(parts), "a list of " + RepositoryPart.allowed());
		}
		return RepositoryPart
			.select(parts.valueStream().map((part) -> part.isString() ? part.stringValue() : text(part)).toList());
	}

	private static int days(JsonNode days) {
		if (days.isMissingNode() || days.isNull()) {
			return StarWindow.DEFAULT_DAYS;
		}
		if (!days.isIntegralNumber() || !days.canConvertToInt() || days.intValue() < 1
				|| days.intValue() > StarWindow.MAX_DAYS) {
			throw invalid(Questions.DAYS, text(days), "a whole number from 1 to " + StarWindow.MAX_DAYS);
		}
		return days.intValue();
	}

	private static @Nullable String text(JsonNode value) {
		String text = value.toString();
		return (value.isMissingNode()) ? null
				: (text.length() > LONGEST_VALUE) ? text.substring(0, LONGEST_VALUE) + "…" : text;
	}

	private static InvalidParameterException invalid(String parameter, @Nullable String value, String allowed) {
		return new InvalidParameterException(parameter, value, allowed, List.of());
	}

}
