package io.tgr.trending.shapes.stream;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * What one client has been told. It is told the newest ranking as soon as it has read
 * what was sent before; those in between are left out.
 */
final class Follower {

	private static final byte[] HEARTBEAT = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

	private static final int PATIENCE = 4;

	private final ClientConnection connection;

	private final StreamMetrics metrics;

	private @Nullable String told;

	private @Nullable StreamedRanking newest;

	private int unread;

	Follower(ClientConnection connection, StreamMetrics metrics, @Nullable String lastEventId) {
		this.connection = connection;
		this.metrics = metrics;
		this.told = lastEventId;
	}

	byte @Nullable [] ranking(StreamedRanking ranking) {
		boolean news = this.newest == null || !this.newest.id().equals(ranking.id());
		this.newest = ranking;
		if (ranking.id().equals(this.told)) {
			return null;
		}
		if (this.connection.takesMore()) {
			return tell(ranking);
		}
		if (news) {
			this.metrics.skipped();
		}
		return null;
	}

	byte @Nullable [] heartbeat() {
		if (!this.connection.takesMore()) {
			this.unread++;
			if (this.unread >= PATIENCE) {
				this.connection.close();
			}
			return null;
		}
		this.unread = 0;
		StreamedRanking latest = this.newest;
		return (latest != null && !latest.id().equals(this.told)) ? tell(latest) : HEARTBEAT;
	}

	private byte[] tell(StreamedRanking ranking) {
		this.told = ranking.id();
		this.unread = 0;
		this.metrics.sent();
		return ranking.event();
	}

}
