package io.tgr.trending.shapes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.common.web.QueryParameters;

/**
 * The parameters of a request as the old services read them: an empty one is an absent
 * one, and what nobody knows does no harm.
 */
public final class LenientParameters {

	private static final int MOST_NAMES = 10;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

	private final ServerRequest request;

	private final QueryParameters parameters;

	/**
	 * Creates the parameters.
	 * @param request the request
	 */
	public LenientParameters(ServerRequest request) {
		this.request = request;
		this.parameters = new QueryParameters(request.queryParams());
	}

	/**
	 * Reads a parameter.
	 * @param name the parameter
	 * @param allowed what is allowed, in words
	 * @return its value, {@code null} when absent or empty
	 */
	public @Nullable String text(String name, String allowed) {
		String value = this.parameters.single(name, allowed);
		return (StringUtils.hasText(value)) ? value : null;
	}

	/**
	 * Reads one word of several.
	 * @param name the parameter
	 * @param choices the words
	 * @param absent which it is when absent or empty
	 * @return the word
	 */
	public String choice(String name, List<String> choices, String absent) {
		return (text(name, String.join(", ", choices)) != null) ? this.parameters.choice(name, choices, absent)
				: absent;
	}

	/**
	 * The parameters that have a value nobody heeds.
	 * @param heeded the names that are heeded
	 * @return the others, those fit for a header and not all of many
	 */
	public Set<String> others(Set<String> heeded) {
		return this.request.queryParams()
			.entrySet()
			.stream()
			.filter((parameter) -> parameter.getValue().stream().anyMatch(StringUtils::hasText))
			.map(Map.Entry::getKey)
			.filter((name) -> !heeded.contains(name) && NAME.matcher(name).matches())
			.limit(MOST_NAMES)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
