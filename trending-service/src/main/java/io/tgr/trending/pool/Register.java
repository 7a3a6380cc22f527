package io.tgr.trending.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The index of the pool together with what follows from each change of it: the versions
 * of its languages, and somebody who is told.
 */
final class Register {

	private final RepositoryIndex index = new RepositoryIndex();

	private final LanguageVersions versions = new LanguageVersions();

	private volatile PoolListener listener = PoolListener.NOBODY;

	RepositoryIndex index() {
		return this.index;
	}

	long version(@Nullable String language) {
		return this.versions.of(language);
	}

	void tell(PoolListener told) {
		this.listener = told;
	}

	/**
	 * Lists something that nobody else knows yet.
	 * @param repository the repository as it is now
	 */
	void put(TrackedRepository repository) {
		list(repository);
		changed(repository);
	}

	/**
	 * Removes a repository that is gone.
	 * @param repository the repository
	 */
	void remove(TrackedRepository repository) {
		unlist(repository);
		this.listener.removed(repository.candidate().id());
	}

	void changed(TrackedRepository repository) {
		this.listener.changed(repository.candidate().id());
	}

	/**
	 * Lists what is known elsewhere, too.
	 * @param repository the repository as it is now
	 */
	void list(TrackedRepository repository) {
		long id = repository.candidate().id();
		TrackedRepository known = this.index.find(id);
		TrackedRepository named = (known != null) ? repository.formerly(known.candidate().fullName()) : repository;
		List<TrackedRepository> replaced = this.index.put(named);
		replaced.forEach(this::touched);
		touched(named);
		replaced.stream()
			.map((one) -> one.candidate().id())
			.filter((other) -> other != id)
			.forEach(this.listener::removed);
	}

	/**
	 * Forgets a repository that others may still know.
	 * @param repository the repository
	 */
	void unlist(TrackedRepository repository) {
		this.index.remove(repository);
		touched(repository);
	}

	private void touched(TrackedRepository repository) {
		this.versions.touched(repository.candidate().language());
	}

}
