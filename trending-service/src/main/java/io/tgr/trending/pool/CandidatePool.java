package io.tgr.trending.pool;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every repository this service tracks, in memory and bounded: past the bound those that
 * grow least make room. A repository is known by its id, so its history follows it to
 * another name. Safe for use by several threads.
 */
@Component
public final class CandidatePool {

	private final Register register = new Register();

	private final RepositoryIndex index = this.register.index();

	private final Lock makingRoom = new ReentrantLock();

	private final Room room;

	private final int maxRepositories;

	private final AtomicLong madeRoom = new AtomicLong();

	public CandidatePool(PoolProperties properties, Clock clock) {
		this.room = new Room(new ExpectedPace(clock));
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
			this.register.put(new TrackedRepository(known.candidate().counted(history),
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
			this.register.put(new TrackedRepository(old.candidate().named(newName), old.history(), old.sightings(),
					old.formerNames()));
		}
		else {
			this.register.remove(old);
			this.register.put(present.formerly(oldName));
		}
	}

	/**
	 * Forgets a repository that is gone.
	 * @param fullName the repository
	 */
	public synchronized void removed(String fullName) {
		TrackedRepository gone = this.index.find(fullName);
		if (gone != null) {
			this.register.remove(gone);
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
	 * How many repositories have made room for others.
	 * @return their number since the start
	 */
	public long madeRoom() {
		return this.madeRoom.get();
	}

	/**
	 * A number that rises with every change that touches a language; never waits.
	 * @param language a language in any case, {@code null} for all
	 * @return the version: read it before {@link #of(String)} to know that the copy is at
	 * least as new
	 */
	public long version(@Nullable String language) {
		return this.register.version(language);
	}

	/**
	 * Has somebody told of every change from now on.
	 * @param told whom; called while the pool is held, so it must not wait
	 */
	public void tell(PoolListener told) {
		this.register.tell(told);
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
			this.register.unlist(gone);
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
		this.register.list(merged);
		if (known != null && known.isNewerThan(kept)) {
			this.register.changed(merged);
		}
	}

	private synchronized void see(Collection<Candidate> candidates) {
		candidates.forEach(this::see);
	}

	private void see(Candidate candidate) {
		TrackedRepository known = this.index.find(candidate.id());
		if (isNews(candidate, known) && isNews(candidate, this.index.find(candidate.fullName()))) {
			TrackedRepository before = (known != null) ? known : new TrackedRepository(candidate, null);
			this.register.put(new TrackedRepository(candidate, before.history(),
					before.sightings().and(candidate.seenAt(), candidate.stars()), before.formerNames()));
		}
	}

	private static boolean isNews(Candidate candidate, @Nullable TrackedRepository known) {
		return known == null || candidate.seenAt().isAfter(known.candidate().seenAt());
	}

	// Sorted while others go on; whoever changed meanwhile has something new to say.
	private void makeRoom() {
		this.makingRoom.lock();
		try {
			List<TrackedRepository> all = of(null);
			if (all.size() > this.maxRepositories) {
				// A tenth more than needed, so that a full pool is not sorted for each
				// page.
				forget(this.room.without(all, this.maxRepositories - this.maxRepositories / 10));
			}
		}
		finally {
			this.makingRoom.unlock();
		}
	}

	private synchronized void forget(List<TrackedRepository> repositories) {
		List<TrackedRepository> unchanged = repositories.stream()
			.filter((repository) -> this.index.find(repository.candidate().id()) == repository)
			.toList();
		unchanged.forEach(this.register::unlist);
		this.madeRoom.addAndGet(unchanged.size());
	}

}
