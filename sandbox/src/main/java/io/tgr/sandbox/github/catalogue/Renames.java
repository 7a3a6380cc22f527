package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code renames.csv}: which names belong to one repository. */
final class Renames {

	// Names of one repository under each of these names.
	private final Map<String, Map<String, Integer>> groups = new HashMap<>();

	private Renames() {
	}

	static Renames read() {
		Renames renames = new Renames();
		Resources.lines("renames.csv").stream().skip(1).map((line) -> line.split(",")).forEach(renames::add);
		return renames;
	}

	// All names of the repository that has or had this name.
	Names of(String fullName) {
		Map<String, Integer> group = this.groups.get(fullName);
		if (group == null) {
			return Names.only(fullName);
		}
		List<Names.Name> history = new ArrayList<>();
		group.forEach((name, since) -> history.add(new Names.Name(name, since)));
		history.sort(Comparator.comparingInt(Names.Name::since));
		return new Names(List.copyOf(history));
	}

	private void add(String[] columns) {
		Map<String, Integer> group = new LinkedHashMap<>();
		join(group, columns[0], Integer.MIN_VALUE);
		join(group, columns[1], (int) LocalDate.parse(columns[3]).toEpochDay());
		group.keySet().forEach((name) -> this.groups.put(name, group));
	}

	private void join(Map<String, Integer> group, String name, int since) {
		this.groups.getOrDefault(name, Map.of()).forEach((other, day) -> group.merge(other, day, Math::max));
		group.merge(name, since, Math::max);
	}

}
