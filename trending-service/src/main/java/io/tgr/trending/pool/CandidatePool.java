package io.tgr.trending.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every repository this service tracks, in memory and bounded: past the bound the
 * repositories that say least make room, those never measured and with the fewest stars
 * first. A repository is known by its id, so its history follows it to another name. Safe
 * for use by several threads.
 */
@Component
public final class CandidatePool {

	private final RepositoryIndex index = new RepositoryIndex();

	private final LanguageVersions versions = new LanguageVersions();

	private final Lock makingRoom = new ReentrantLock();

	private final int maxRepositories;

	private volatile PoolListener listener = PoolListener.NOBODY;

	public CandidatePool(PoolProperties properties) {
		this.maxRepositories = properties.maxRepositories();
	}

	/**
	 * Takes over what a search answer showed; of two sights of a repository, or of a
	 * name, the newer wins.
	 * @param candidates the repositories seen
	 */
	public void seen(Collection<Candidate> candidates) {
		see(candidates);
		if (size(null) > this.maxRepositories) {
			makeRoom();
		}
	}

	/**
	 * Takes over the stars per day of a tracked repository; others are ignored, and so
	 * are figures older than those held.
	 * @param fullName the repository
	 * @param history its stars per day
	 */
	public synchronized void measured(String fullName, StarHistory history) {
		TrackedRepository known = this.index.find(fullName);
		if (known == null) {
			return;
		}
		StarHistory held = known.history();
		if (held == null || !held.asOf().isAfter(history.asOf())) {
			put(new TrackedRepository(known.candidate().counted(history),
					(held != null) ? history.continuing(held) : history, known.sightings(), known.formerNames()));
		}
	}

	/**
	 * Follows a rename or transfer; a repository already known by the new name keeps its
	 * own figures.
	 * @param oldName the name it had
	 * @param newName the name it has
	 */
	public synchronized void renamed(String oldName, String newName) {
		TrackedRepository old = this.index.find(oldName);
		if (old == null) {
			return;
		}
		TrackedRepository present = this.index.find(newName);
		if (present == null || present == old) {
			put(new TrackedRepository(old.candidate().named(newName), old.history(), old.sightings(),
					old.formerNames()));
		}
		else {
			remove(old);
			put(present.formerly(oldName));
		}
	}

	/**
	 * Forgets a repository that is gone.
	 * @param fullName the repository
	 */
	public synchronized void removed(String fullName) {
		TrackedRepository gone = this.index.find(fullName);
		if (gone != null) {
			remove(gone);
		}
	}

	/**
	 * Finds one repository.
	 * @param fullName its name in any case
	 * @return what is known of it, {@code null} if it is not tracked
	 */
	public @Nullable TrackedRepository find(String fullName) {
		return this.index.find(fullName);
	}

	/**
	 * Finds one repository by the number that it keeps.
	 * @param id the number GitHub gave it
	 * @return what is known of it, {@code null} if it is not tracked
	 */
	public synchronized @Nullable TrackedRepository find(long id) {
		return this.index.find(id);
	}

	/**
	 * Finds one repository by a name it had while it was tracked.
	 * @param formerName the name in any case
	 * @return what is known of it, {@code null} if no tracked repository had that name
	 */
	public synchronized @Nullable TrackedRepository findFormer(String formerName) {
		return this.index.findFormer(formerName);
	}

	/**
	 * The repositories of a language.
	 * @param language a language in any case, {@code null} for all
	 * @return a copy, in no particular order
	 */
	public synchronized List<TrackedRepository> of(@Nullable String language) {
		return List.copyOf(this.index.of(language));
	}

	/**
	 * How many repositories of a language are tracked.
	 * @param language a language in any case, {@code null} for all
	 * @return their number
	 */
	public synchronized int size(@Nullable String language) {
		return this.index.of(language).size();
	}

	/**
	 * A number that rises with every change that touches a language; never waits.
	 * @param language a language in any case, {@code null} for all
	 * @return the version: read it before {@link #of(String)} to know that the copy is at
	 * least as new
	 */
	public long version(@Nullable String language) {
		return this.versions.of(language);
	}

	/**
	 * Has somebody told of every change from now on.
	 * @param told whom; called while the pool is held, so it must not wait
	 */
	public void tell(PoolListener told) {
		this.listener = told;
	}

	/**
	 * Takes over what was once kept, or what another replica knows; of each part the
	 * newer wins.
	 * @param kept repositories as they were kept
	 */
	public void restore(Collection<TrackedRepository> kept) {
		restoreAll(kept);
		if (size(null) > this.maxRepositories) {
			makeRoom();
		}
	}

	/**
	 * Forgets a repository that another replica found gone.
	 * @param id the number GitHub gave it
	 */
	public synchronized void forget(long id) {
		TrackedRepository gone = this.index.find(id);
		if (gone != null) {
			unlist(gone);
		}
	}

	private synchronized void restoreAll(Collection<TrackedRepository> kept) {
		kept.forEach(this::restore);
	}

	private void restore(TrackedRepository kept) {
		TrackedRepository known = this.index.find(kept.candidate().id());
		TrackedRepository merged = (known != null) ? known.merged(kept) : kept;
		TrackedRepository namesake = this.index.find(merged.candidate().fullName());
		if (namesake != null && namesake.candidate().id() != kept.candidate().id()
				&& !isNews(merged.candidate(), namesake)) {
			return;
		}
		list(merged);
		if (known != null && known.isNewerThan(kept)) {
			this.listener.changed(merged.candidate().id());
		}
	}

	private synchronized void see(Collection<Candidate> candidates) {
		candidates.forEach(this::see);
	}

	private void see(Candidate candidate) {
		TrackedRepository known = this.index.find(candidate.id());
		if (isNews(candidate, known) && isNews(candidate, this.index.find(candidate.fullName()))) {
			TrackedRepository before = (known != null) ? known : new TrackedRepository(candidate, null);
			put(new TrackedRepository(candidate, before.history(),
					before.sightings().and(candidate.seenAt(), candidate.stars()), before.formerNames()));
		}
	}

	private static boolean isNews(Candidate candidate, @Nullable TrackedRepository known) {
		return known == null || candidate.seenAt().isAfter(known.candidate().seenAt());
	}

	private void put(TrackedRepository repository) {
		list(repository);
		this.listener.changed(repository.candidate().id());
	}

	private void list(TrackedRepository repository) {
		long id = repository.candidate().id();
		TrackedRepository known = this.index.find(id);
		TrackedRepository named = (known != null) ? repository.formerly(known.candidate().fullName()) : repository;
		this.index.put(named).forEach((replaced) -> {
			touched(replaced);
			if (replaced.candidate().id() != id) {
				this.listener.removed(replaced.candidate().id());
			}
		});
		touched(named);
	}

	private void remove(TrackedRepository repository) {
		unlist(repository);
		this.listener.removed(repository.candidate().id());
	}

	private void unlist(TrackedRepository repository) {
		this.index.remove(repository);
		touched(repository);
	}

	private void touched(TrackedRepository repository) {
		this.versions.touched(repository.candidate().language());
	}

	// Sorted while others go on; whoever changed meanwhile has something new to say.
	private void makeRoom() {
		this.makingRoom.lock();
		try {
			List<TrackedRepository> weakest = new ArrayList<>(of(null));
			if (weakest.size() > this.maxRepositories) {
				weakest.sort(TrackedRepository.WEAKEST_FIRST);
				// A tenth more than needed, so that a full pool is not sorted for each
				// page.
				forget(weakest.subList(0, weakest.size() - this.maxRepositories + this.maxRepositories / 10));
			}
		}
		finally {
			this.makingRoom.unlock();
		}
	}

	private synchronized void forget(List<TrackedRepository> repositories) {
		repositories.stream()
			.filter((repository) -> this.index.find(repository.candidate().id()) == repository)
			.forEach(this::unlist);
	}

}
