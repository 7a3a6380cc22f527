package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The values that the specification of a pod gives its environment, to find them where
 * they do not belong. Short ones do not count: they would be found everywhere.
 */
final class EnvironmentValues {

	/**
	 * What stands for a value that does not leave.
	 */
	static final String WITHHELD = "<withheld>";

	private static final int SHORTEST = 6;

	private static final int SHORTEST_LINE = 20;

	static final EnvironmentValues NONE = new EnvironmentValues(List.of());

	private final List<String> values;

	EnvironmentValues(Collection<String> values) {
		Set<String> all = new LinkedHashSet<>();
		for (String value : values) {
			add(all, value, SHORTEST);
			value.lines().forEach((line) -> add(all, line, SHORTEST_LINE));
		}
		this.values = new ArrayList<>(all);
		this.values.sort(Comparator.comparingInt(String::length).reversed());
	}

	static EnvironmentValues of(Pod pod) {
		List<EnvVar> variables = new ArrayList<>();
		pod.getSpec().getInitContainers().forEach((container) -> variables.addAll(container.getEnv()));
		pod.getSpec().getContainers().forEach((container) -> variables.addAll(container.getEnv()));
		pod.getSpec().getEphemeralContainers().forEach((container) -> variables.addAll(container.getEnv()));
		return new EnvironmentValues(
				variables.stream().map(EnvVar::getValue).filter((value) -> value != null).toList());
	}

	boolean in(String text) {
		return this.values.stream().anyMatch(text::contains);
	}

	String mask(@Nullable String text) {
		String masked = (text != null) ? text : "";
		for (String value : this.values) {
			masked = masked.replace(value, WITHHELD);
		}
		return masked;
	}

	@Nullable String maskOrNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : EventMessages.withoutCommand(mask(text)).strip();
	}

	private static void add(Set<String> all, String value, int shortest) {
		String plain = value.strip();
		if (plain.length() >= shortest) {
			all.add(plain);
			all.add(new String(JsonStringEncoder.getInstance().quoteAsCharArray(plain)));
		}
	}

}
