package io.tgr.trending.archive;

import reactor.core.publisher.Mono;

import io.tgr.common.store.StoreChange;
import io.tgr.trending.memory.Kept;

/**
 * Notices that another replica kept rankings; they are read when somebody asks.
 */
class ArchiveChanges implements Kept {

	private final Archive archive;

	ArchiveChanges(Archive archive) {
		this.archive = archive;
	}

	@Override
	public String prefix() {
		return KeptDays.BOARDS;
	}

	@Override
	public Mono<Void> restore() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> write() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> follow(StoreChange change) {
		return Mono.fromRunnable(this.archive::changed);
	}

}
