package io.tgr.cluster.real;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A change of a pod, as a watch or a stream tells it.
 *
 * @param type what happened
 * @param uid which pod
 * @param cells how it is now, without what grows older by itself; of a pod that is gone
 * only the name
 * @param at when it was told, in nanoseconds
 */
record Step(String type, String uid, List<String> cells, long at) {

	/**
	 * A change as the API server tells it.
	 * @param type what happened
	 * @param uid which pod
	 * @param all the cells of the wide table
	 * @param at when it was told
	 * @return the change
	 */
	static Step of(String type, String uid, List<String> all, long at) {
		List<String> cells = (type.equals("DELETED")) ? List.of(all.get(0)) : List.of(all.get(0), all.get(1),
				all.get(2), all.get(3).replaceAll(" .*", ""), all.get(5), all.get(6), all.get(7), all.get(8));
		return new Step(type, uid, cells, at);
	}

	/**
	 * The changes that a stream told.
	 * @param events its events
	 * @return those about pods
	 */
	static List<Step> of(List<EventStream.Event> events) {
		return events.stream().filter((event) -> event.data().has("uid")).map((event) -> {
			JsonNode row = event.data();
			List<String> cells = PodLines.ofRow(row);
			return of(event.name(), row.get("uid").asString(), cells, event.at());
		}).toList();
	}

	static Map<String, List<Step>> byPod(List<Step> steps) {
		Map<String, List<Step>> pods = new LinkedHashMap<>();
		steps.forEach((step) -> pods.computeIfAbsent(step.uid(), (uid) -> new ArrayList<>()).add(step));
		return pods;
	}

	String text() {
		return this.type + " " + this.cells;
	}

}
