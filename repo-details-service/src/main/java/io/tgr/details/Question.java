package io.tgr.details;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.tgr.common.github.CallPriority;

/**
 * What somebody wants to know, and how urgently.
 *
 * @param parts the parts asked for
 * @param days complete days of stars
 * @param priority who goes first
 * @param deadline by when the answer has to be there
 */
record Question(Set<RepositoryPart> parts, int days, CallPriority priority, Deadline deadline) {

	/**
	 * What one batched call can tell. Facts are always among it, since they say which
	 * name the repository has now.
	 * @return the parts
	 */
	Set<RepositoryPart> overviewParts() {
		Set<RepositoryPart> overview = EnumSet.of(RepositoryPart.FACTS, RepositoryPart.LANGUAGES,
				RepositoryPart.RELEASE);
		overview.retainAll(this.parts);
		overview.add(RepositoryPart.FACTS);
		return overview;
	}

	/**
	 * All that an answer may need of a repository.
	 * @param name the repository
	 * @return where it is kept
	 */
	List<Slot<?>> slots(RepositoryName name) {
		Set<RepositoryPart> needed = overviewParts();
		needed.addAll(this.parts);
		return needed.stream().<Slot<?>>map((part) -> Slot.of(part, name, this.days)).toList();
	}

	boolean asks(RepositoryPart part) {
		return this.parts.contains(part);
	}

	boolean isBackground() {
		return this.priority == CallPriority.BACKGROUND;
	}

	/**
	 * Whether facts are worth a call of their own: without them nobody knows the name the
	 * repository has now, its total of stars, and whether it exists when there is no
	 * release. Background work saves that call unless it needs one of the latter.
	 * @return {@code true} if so
	 */
	boolean paysForFacts() {
		return !isBackground() || asks(RepositoryPart.FACTS) || asks(RepositoryPart.RELEASE);
	}

}
