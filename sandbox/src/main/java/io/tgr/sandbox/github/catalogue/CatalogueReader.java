package io.tgr.sandbox.github.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Puts the data files together: one entry a repository that has stars. */
final class CatalogueReader {

	private final StarTable stars = StarTable.read();

	private final Renames renames = Renames.read();

	private final Map<String, RepositoryRow> rows = rows();

	private final TopicRule topics = new TopicRule(this.rows.values());

	private final Identifiers ids = new Identifiers("repository id");

	// The newest day of the data, in days since the epoch.
	int lastDay() {
		return this.stars.lastDay();
	}

	List<Entry> entries() {
		List<Entry> entries = new ArrayList<>(this.rows.size());
		for (RepositoryRow row : this.rows.values()) {
			Names names = namesUpTo(row);
			if (names != null) {
				entries.add(Entry.of(this.ids.claim(row.fullName()), names, row, known(names, row),
						this.topics.topics(row)));
			}
		}
		return List.copyOf(entries);
	}

	// Its names, or nothing if the data has this repository under a later name too.
	private @Nullable Names namesUpTo(RepositoryRow row) {
		List<Names.Name> upToRow = new ArrayList<>();
		List<Names.Name> later = new ArrayList<>();
		for (Names.Name name : this.renames.of(row.fullName()).history()) {
			boolean reached = !upToRow.isEmpty() && upToRow.get(upToRow.size() - 1).fullName().equals(row.fullName());
			(reached ? later : upToRow).add(name);
		}
		return later.stream().anyMatch((name) -> this.rows.containsKey(name.fullName())) ? null
				: new Names(List.copyOf(upToRow));
	}

	private KnownStars known(Names names, RepositoryRow row) {
		return names.history()
			.stream()
			.map((name) -> this.stars.find(name.fullName()))
			.filter(Objects::nonNull)
			.reduce(KnownStars::then)
			.orElseGet(() -> KnownStars.single((int) row.asOf().toEpochDay(), row.count()));
	}

	private static Map<String, RepositoryRow> rows() {
		Map<String, RepositoryRow> rows = new LinkedHashMap<>(16_384);
		try (InputStream stream = Resources.open("repositories.ndjson.gz");
				MappingIterator<RepositoryRow> lines = JsonMapper.builder()
					.build()
					.readerFor(RepositoryRow.class)
					.readValues(stream)) {
			while (lines.hasNextValue()) {
				RepositoryRow row = lines.nextValue();
				if (row.stars() != null) {
					rows.put(row.fullName(), row);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the repositories", ex);
		}
		return rows;
	}

}
