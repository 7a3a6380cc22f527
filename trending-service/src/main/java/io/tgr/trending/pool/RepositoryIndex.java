package io.tgr.trending.pool;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Repositories by name, id and language, names in any case. Found by name by any thread
 * at any time; everything else takes turns.
 */
final class RepositoryIndex {

	private static final int MOST_FORMER_NAMES = 10_000;

	private final Map<String, TrackedRepository> byName = new ConcurrentHashMap<>();

	private final Map<Long, TrackedRepository> byId = new HashMap<>();

	private final Map<String, Map<Long, TrackedRepository>> byLanguage = new HashMap<>();

	private final Cache<String, Long> formerNames = Caffeine.newBuilder().maximumSize(MOST_FORMER_NAMES).build();

	@Nullable TrackedRepository find(String fullName) {
		return this.byName.get(key(fullName));
	}

	@Nullable TrackedRepository find(long id) {
		return this.byId.get(id);
	}

	@Nullable TrackedRepository findFormer(String name) {
		Long id = this.formerNames.getIfPresent(key(name));
		return (id != null) ? find(id) : null;
	}

	/**
	 * Adds a repository in place of whatever had its name or id.
	 * @param repository the repository
	 * @return what had to go
	 */
	List<TrackedRepository> put(TrackedRepository repository) {
		Candidate candidate = repository.candidate();
		String name = key(candidate.fullName());
		TrackedRepository known = find(candidate.id());
		TrackedRepository namesake = find(name);
		List<TrackedRepository> replaced = Stream.of(known, (namesake != known) ? namesake : null)
			.filter(Objects::nonNull)
			.toList();
		replaced.forEach(this::unlist);
		list(repository);
		this.byName.put(name, repository);
		replaced.stream()
			.filter((old) -> !key(old.candidate().fullName()).equals(name))
			.forEach((old) -> this.byName.remove(key(old.candidate().fullName())));
		repository.formerNames().forEach((former) -> this.formerNames.put(key(former), candidate.id()));
		return replaced;
	}

	void remove(TrackedRepository repository) {
		unlist(repository);
		this.byName.remove(key(repository.candidate().fullName()));
	}

	private void list(TrackedRepository repository) {
		Candidate candidate = repository.candidate();
		this.byId.put(candidate.id(), repository);
		String language = candidate.language();
		if (language != null) {
			this.byLanguage.computeIfAbsent(key(language), (absent) -> new HashMap<>()).put(candidate.id(), repository);
		}
	}

	private void unlist(TrackedRepository repository) {
		Candidate candidate = repository.candidate();
		this.byId.remove(candidate.id());
		String language = candidate.language();
		if (language != null) {
			this.byLanguage.getOrDefault(key(language), new HashMap<>()).remove(candidate.id());
		}
	}

	/**
	 * The repositories of a language.
	 * @param language a language, {@code null} for all
	 * @return a view of them
	 */
	Collection<TrackedRepository> of(@Nullable String language) {
		return (language != null) ? this.byLanguage.getOrDefault(key(language), Map.of()).values() : this.byId.values();
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
