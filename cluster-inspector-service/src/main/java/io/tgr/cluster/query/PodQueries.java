package io.tgr.cluster.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.cluster.pod.FieldSelector;
import io.tgr.cluster.pod.LabelSelector;
import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.KnownParameters;
import io.tgr.common.web.QueryParameters;

/**
 * Reads what is asked for.
 */
@Component
public final class PodQueries {

	/**
	 * How many rows an answer has at most.
	 */
	public static final int MAX_LIMIT = 5000;

	/**
	 * How many rows an answer has unless asked otherwise.
	 */
	public static final int DEFAULT_LIMIT = 500;

	/**
	 * How many namespaces can be asked for at once.
	 */
	public static final int MAX_NAMESPACES = 50;

	/**
	 * The parameters that say which pods.
	 */
	public static final Set<String> FILTERS = Set.of("namespace", "labelSelector", "fieldSelector", "status",
			"unhealthy", "node", "owner");

	private static final List<String> NOT_IN_A_LIST = List.of("status", "unhealthy", "owner", "sort");

	private static final int MAX_STATUSES = 20;

	private static final String ALLOWED_STATUS = "a word of the STATUS column such as CrashLoopBackOff, in any case";

	private static final Pattern STATUS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/_-]{0,99}");

	private static final Pattern NODE = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

	private static final Pattern OWNER = Pattern
		.compile("([A-Za-z][A-Za-z0-9]{0,62}/)?[A-Za-z0-9]([A-Za-z0-9.:_-]{0,252})");

	private static final List<String> SORTS = sorts();

	private static final Set<String> KNOWN = known();

	private final ContinueTokens tokens;

	PodQueries(ContinueTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * Reads what {@code GET /pods} asks for.
	 * @param request the request
	 * @return the query
	 */
	public PodQuery query(ServerRequest request) {
		KnownParameters.require(request, KNOWN);
		QueryParameters parameters = new QueryParameters(request.queryParams());
		PodFilter filter = filter(parameters);
		PodOrder order = PodOrder.parse(parameters.choice("sort", SORTS, PodSort.NAME.id()));
		String text = text(parameters, order);
		String token = parameters.single("continue", "what the last answer says under continue");
		return new PodQuery(filter, order, parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT),
				(token != null) ? this.tokens.read(token, order, text) : null, text);
	}

	/**
	 * Reads which pods are asked for, where nothing else can be.
	 * @param request the request
	 * @param more other parameters that are known there
	 * @return the filter
	 */
	public PodFilter filter(ServerRequest request, Set<String> more) {
		Set<String> known = new TreeSet<>(FILTERS);
		known.addAll(more);
		KnownParameters.require(request, known);
		return filter(new QueryParameters(request.queryParams()));
	}

	/**
	 * Reads what is asked of the API server's own list of pods.
	 * @param request the request
	 * @return the query
	 */
	public PodListQuery list(ServerRequest request) {
		KnownParameters.require(request, KNOWN);
		QueryParameters parameters = new QueryParameters(request.queryParams());
		for (String name : NOT_IN_A_LIST) {
			String value = parameters.single(name, "nothing");
			if (value != null) {
				throw new InvalidParameterException(name, value, "nothing in a PodList, which the API server selects: "
						+ "namespace, labelSelector, fieldSelector, node, limit and continue", List.of());
			}
		}
		filter(parameters);
		String node = parameters.single("node", "");
		String fields = parameters.single("fieldSelector", "");
		String onNode = (node != null) ? "spec.nodeName=" + node : null;
		return new PodListQuery(parameters.single("namespace", "one namespace, or none for the whole cluster"),
				parameters.single("labelSelector", ""),
				(fields != null && onNode != null) ? fields + "," + onNode : (fields != null) ? fields : onNode,
				parameters.number("limit", 1, PodListQuery.MAX_LIMIT, PodListQuery.MAX_LIMIT),
				parameters.single("continue", "what the last PodList says under metadata.continue"));
	}

	private static PodFilter filter(QueryParameters parameters) {
		Set<String> namespaces = new TreeSet<>(
				parameters.all("namespace", Names.NAMESPACE, MAX_NAMESPACES, Names.ALLOWED_NAMESPACE));
		Set<String> statuses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		statuses.addAll(parameters.all("status", STATUS, MAX_STATUSES, ALLOWED_STATUS));
		String labels = parameters.single("labelSelector", "a label selector such as app=web,tier!=db");
		String fields = parameters.single("fieldSelector", "a field selector such as status.phase=Running");
		String owner = parameters.matching("owner", OWNER, "a name, or a kind and a name such as Deployment/web");
		return new PodFilter(Collections.unmodifiableSet(namespaces),
				(labels != null) ? LabelSelector.parse(labels) : null,
				(fields != null) ? FieldSelector.parse(fields) : null, Collections.unmodifiableSet(statuses),
				unhealthy(parameters), parameters.matching("node", NODE, "the name of a node"),
				(owner != null) ? OwnerName.parse(owner) : null);
	}

	private static boolean unhealthy(QueryParameters parameters) {
		return parameters.choice("unhealthy", List.of("true", "false"), "false").equals("true");
	}

	private static String text(QueryParameters parameters, PodOrder order) {
		StringBuilder text = new StringBuilder(order.id());
		for (String name : new TreeSet<>(FILTERS)) {
			new TreeSet<>(parameters.all(name))
				.forEach((value) -> text.append('\n').append(name).append('=').append(value));
		}
		return text.toString();
	}

	private static List<String> sorts() {
		List<String> sorts = new ArrayList<>(PodSort.IDS);
		PodSort.IDS.forEach((id) -> sorts.add("-" + id));
		return List.copyOf(sorts);
	}

	private static Set<String> known() {
		Set<String> known = new TreeSet<>(FILTERS);
		known.addAll(List.of("limit", "continue", "sort"));
		return known;
	}

}
