package io.tgr.cluster.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.tgr.common.web.InvalidParameterException;

/**
 * Selects pods by the fields that the API server selects pods by.
 */
public final class FieldSelector {

	private static final Pattern TERM = Pattern.compile("([^=!]*)(!=|==|=)(.*)", Pattern.DOTALL);

	private static final Map<String, Function<PodRow, List<String>>> FIELDS = fields();

	private final List<Term> terms;

	private FieldSelector(List<Term> terms) {
		this.terms = terms;
	}

	/**
	 * Reads a selector.
	 * @param text such as {@code status.phase!=Running,spec.nodeName=n1}; empty for all
	 * @return the selector
	 * @throws InvalidParameterException if it is none, naming the known fields
	 */
	public static FieldSelector parse(String text) {
		List<Term> terms = new ArrayList<>();
		int start = 0;
		for (int at = 0; at <= text.length(); at++) {
			if (at == text.length() || text.charAt(at) == ',') {
				if (at > start) {
					terms.add(term(text.substring(start, at), text));
				}
				start = at + 1;
			}
			else if (text.charAt(at) == '\\' && at + 1 < text.length()) {
				at++;
			}
		}
		return new FieldSelector(terms);
	}

	/**
	 * Whether it selects a pod.
	 * @param pod the pod
	 * @return whether it meets all terms
	 */
	public boolean matches(PodRow pod) {
		for (Term term : this.terms) {
			if (term.field().apply(pod).contains(term.value()) != term.equal()) {
				return false;
			}
		}
		return true;
	}

	private static Term term(String part, String text) {
		Matcher matcher = TERM.matcher(part);
		if (!matcher.matches()) {
			throw refusal(text, "'%s' has no =, == or !=".formatted(part));
		}
		Function<PodRow, List<String>> field = FIELDS.get(matcher.group(1));
		if (field == null) {
			throw refusal(text, "'%s' is no field that pods are selected by".formatted(matcher.group(1)));
		}
		return new Term(field, !"!=".equals(matcher.group(2)), unescape(matcher.group(3), text));
	}

	private static String unescape(String value, String text) {
		StringBuilder plain = new StringBuilder();
		for (int at = 0; at < value.length(); at++) {
			boolean escaped = value.charAt(at) == '\\';
			at += (escaped) ? 1 : 0;
			boolean special = at == value.length() || "\\,=".indexOf(value.charAt(at)) >= 0;
			if (at == value.length() || special != escaped) {
				throw refusal(text, "'%s' is no value: before a comma, = and \\ in it, and nothing else, stands a \\"
					.formatted(value));
			}
			plain.append(value.charAt(at));
		}
		return plain.toString();
	}

	private static InvalidParameterException refusal(String text, String words) {
		return new InvalidParameterException("fieldSelector", text,
				"FIELD=VALUE, FIELD==VALUE or FIELD!=VALUE, joined by commas, of %s (%s)"
					.formatted(String.join(", ", FIELDS.keySet()), words),
				List.of());
	}

	private static Map<String, Function<PodRow, List<String>>> fields() {
		Map<String, Function<PodRow, List<String>>> fields = new TreeMap<>();
		fields.put("metadata.name", (pod) -> List.of(pod.key().name()));
		fields.put("metadata.namespace", (pod) -> List.of(pod.key().namespace()));
		fields.put("spec.nodeName", (pod) -> one(pod.placement().node()));
		fields.put("spec.restartPolicy", (pod) -> List.of(pod.settings().restartPolicy()));
		fields.put("spec.schedulerName", (pod) -> one(pod.settings().scheduler()));
		fields.put("spec.serviceAccountName", (pod) -> one(pod.settings().serviceAccount()));
		fields.put("spec.hostNetwork", (pod) -> List.of(String.valueOf(pod.placement().hostNetwork())));
		fields.put("status.phase", (pod) -> List.of(pod.state().phase()));
		fields.put("status.podIP", (pod) -> one(first(pod.placement().ips())));
		fields.put("status.podIPs", (pod) -> (pod.placement().ips().isEmpty()) ? List.of("") : pod.placement().ips());
		fields.put("status.nominatedNodeName", (pod) -> one(pod.placement().nominatedNode()));
		return fields;
	}

	private static List<String> one(@Nullable String value) {
		return List.of((value != null) ? value : "");
	}

	private static @Nullable String first(List<String> values) {
		return (values.isEmpty()) ? null : values.get(0);
	}

	private record Term(Function<PodRow, List<String>> field, boolean equal, String value) {

	}

}
