package io.tgr.trending.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every repository this service tracks, in memory and bounded: past the bound the
 * repositories that say least make room, those never measured and with the fewest stars
 * first.
 */
@Component
public final class CandidatePool {

	private final Map<String, TrackedRepository> byName = new ConcurrentHashMap<>();

	private final Map<String, Map<String, TrackedRepository>> byLanguage = new HashMap<>();

	private final Map<String, AtomicLong> versions = new ConcurrentHashMap<>();

	private final AtomicLong version = new AtomicLong();

	private final ReentrantLock lock = new ReentrantLock();

	private final int maxRepositories;

	public CandidatePool(PoolProperties properties) {
		this.maxRepositories = properties.maxRepositories();
	}

	/**
	 * Takes over what a search answer showed; of two sights of a repository the newer
	 * wins.
	 * @param candidates the repositories seen
	 */
	public void seen(Collection<Candidate> candidates) {
		this.lock.lock();
		try {
			candidates.forEach(this::see);
			if (this.byName.size() > this.maxRepositories) {
				evict();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes over the stars per day of a tracked repository; others are ignored, and so
	 * are figures older than those held.
	 * @param fullName the repository
	 * @param history its stars per day
	 */
	public void measured(String fullName, StarHistory history) {
		this.lock.lock();
		try {
			TrackedRepository known = this.byName.get(key(fullName));
			if (known == null) {
				return;
			}
			StarHistory held = known.history();
			if (held == null || !held.asOf().isAfter(history.asOf())) {
				put(new TrackedRepository(known.candidate().counted(history),
						(held != null) ? history.continuing(held) : history));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Follows a rename or transfer; a repository already known by the new name keeps its
	 * own figures.
	 * @param oldName the name it had
	 * @param newName the name it has
	 */
	public void renamed(String oldName, String newName) {
		this.lock.lock();
		try {
			TrackedRepository old = remove(oldName);
			if (old != null && !this.byName.containsKey(key(newName))) {
				put(new TrackedRepository(old.candidate().named(newName), old.history()));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Forgets a repository that is gone.
	 * @param fullName the repository
	 */
	public void removed(String fullName) {
		this.lock.lock();
		try {
			remove(fullName);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Finds one repository.
	 * @param fullName its name in any case
	 * @return what is known of it, {@code null} if it is not tracked
	 */
	public @Nullable TrackedRepository find(String fullName) {
		return this.byName.get(key(fullName));
	}

	/**
	 * The repositories of a language.
	 * @param language a language in any case, {@code null} for all
	 * @return a copy, in no particular order
	 */
	public List<TrackedRepository> of(@Nullable String language) {
		this.lock.lock();
		try {
			return List.copyOf((language != null) ? this.byLanguage.getOrDefault(key(language), Map.of()).values()
					: this.byName.values());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How many repositories of a language are tracked.
	 * @param language a language in any case, {@code null} for all
	 * @return their number
	 */
	public int size(@Nullable String language) {
		this.lock.lock();
		try {
			return (language != null) ? this.byLanguage.getOrDefault(key(language), Map.of()).size()
					: this.byName.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A number that rises with every change that touches a language; never waits.
	 * @param language a language in any case, {@code null} for all
	 * @return the version: read it before {@link #of(String)} to know that the copy is at
	 * least as new
	 */
	public long version(@Nullable String language) {
		if (language == null) {
			return this.version.get();
		}
		AtomicLong ofLanguage = this.versions.get(key(language));
		return (ofLanguage != null) ? ofLanguage.get() : 0;
	}

	private void see(Candidate candidate) {
		TrackedRepository known = this.byName.get(key(candidate.fullName()));
		if (known == null) {
			put(new TrackedRepository(candidate, null));
		}
		else if (candidate.seenAt().isAfter(known.candidate().seenAt())) {
			remove(known.candidate().fullName());
			put(new TrackedRepository(candidate, known.history()));
		}
	}

	private void put(TrackedRepository repository) {
		String key = key(repository.candidate().fullName());
		this.byName.put(key, repository);
		String language = repository.candidate().language();
		if (language != null) {
			this.byLanguage.computeIfAbsent(key(language), (absent) -> new HashMap<>()).put(key, repository);
		}
		touched(language);
	}

	private @Nullable TrackedRepository remove(String fullName) {
		String key = key(fullName);
		TrackedRepository repository = this.byName.remove(key);
		if (repository != null) {
			String language = repository.candidate().language();
			if (language != null) {
				this.byLanguage.getOrDefault(key(language), new HashMap<>()).remove(key);
			}
			touched(language);
		}
		return repository;
	}

	private void touched(@Nullable String language) {
		if (language != null) {
			this.versions.computeIfAbsent(key(language), (absent) -> new AtomicLong()).incrementAndGet();
		}
		this.version.incrementAndGet();
	}

	private void evict() {
		// A tenth more than needed, so that a full pool is not sorted for each page seen.
		int surplus = this.byName.size() - this.maxRepositories + this.maxRepositories / 10;
		List<TrackedRepository> weakest = new ArrayList<>(this.byName.values());
		weakest.sort(TrackedRepository.WEAKEST_FIRST);
		weakest.subList(0, surplus).forEach((repository) -> remove(repository.candidate().fullName()));
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
