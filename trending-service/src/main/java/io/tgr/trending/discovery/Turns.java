package io.tgr.trending.discovery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what is due of several scopes in order: the first of each scope, then the second
 * of each, of a scope with weight several; among equals those current to an older day
 * first. Used by one thread at a time.
 */
class Turns {

	private final List<Turn> turns = new ArrayList<>();

	/**
	 * Adds what is due of a scope.
	 * @param sweep its sweep
	 * @param weight by how much it goes before others
	 * @param due names and the kind of work, most important first
	 */
	void add(Sweep sweep, double weight, Map<String, PlanLane> due) {
		LocalDate currentTo = sweep.currentTo();
		int place = 0;
		for (Map.Entry<String, PlanLane> one : due.entrySet()) {
			place++;
			this.turns.add(new Turn(one.getKey(), new Due(sweep, one.getValue()), currentTo, place / weight));
		}
	}

	Map<String, Due> inOrder() {
		Map<String, Due> due = new LinkedHashMap<>();
		this.turns.stream()
			.sorted(Comparator.comparingDouble(Turn::place).thenComparing(Turn::currentTo))
			.forEach((turn) -> due.putIfAbsent(turn.name(), turn.due()));
		return due;
	}

	/**
	 * The turn of a repository.
	 *
	 * @param name its name
	 * @param due why it is to be measured
	 * @param currentTo the last day its scope is current to
	 * @param place its place
	 */
	private record Turn(String name, Due due, LocalDate currentTo, double place) {

	}

}
