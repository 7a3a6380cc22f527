package io.tgr.trending.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Chooses who has to go when the pool is full. The room is shared out between the
 * languages alike, so that a small one keeps its own top. Of a language's share two
 * thirds are for those that were measured to grow fastest and one third for those that
 * may be expected to: an expectation is often too high, but without it nothing new would
 * ever be measured.
 */
final class Room {

	private static final int MEASURED_FOR_EACH_EXPECTED = 2;

	private static final Comparator<Place> FASTEST_FIRST = Comparator.comparingDouble(Place::pace)
		.reversed()
		.thenComparing((place) -> place.repository().candidate().seenAt(), Comparator.reverseOrder())
		.thenComparing((place) -> place.repository().candidate().id());

	private final ExpectedPace pace;

	Room(ExpectedPace pace) {
		this.pace = pace;
	}

	/**
	 * Those for whom there is no room.
	 * @param repositories all of them
	 * @param room for how many there is room
	 * @return the others
	 */
	List<TrackedRepository> without(Collection<TrackedRepository> repositories, int room) {
		Map<Group, List<Place>> groups = repositories.stream()
			.map((repository) -> new Place(repository, this.pace.of(repository), 0))
			.collect(Collectors.groupingBy((place) -> Group.of(place.repository())));
		List<Place> places = new ArrayList<>(repositories.size());
		groups.forEach((group, peers) -> {
			peers.sort(FASTEST_FIRST);
			int step = (group.measured()) ? 1 : MEASURED_FOR_EACH_EXPECTED;
			for (int index = 0; index < peers.size(); index++) {
				places.add(peers.get(index).at((index + 1) * step));
			}
		});
		places.sort(Comparator.comparingInt(Place::number).thenComparing(FASTEST_FIRST));
		return places.stream().skip(room).map(Place::repository).toList();
	}

	/**
	 * Repositories that compete for the same places.
	 *
	 * @param language their language in lower case, {@code null} for those without one
	 * @param measured whether they have been measured
	 */
	private record Group(@Nullable String language, boolean measured) {

		static Group of(TrackedRepository repository) {
			String language = repository.candidate().language();
			return new Group((language != null) ? language.toLowerCase(Locale.ROOT) : null,
					repository.history() != null);
		}

	}

	/**
	 * Where a repository stands.
	 *
	 * @param repository the repository
	 * @param pace stars a day it gains or may be expected to
	 * @param number the number of its place in its language
	 */
	private record Place(TrackedRepository repository, double pace, int number) {

		Place at(int other) {
			return new Place(this.repository, this.pace, other);
		}

	}

}
