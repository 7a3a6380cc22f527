package io.tgr.common.github;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.SmartLifecycle;

/**
 * Learns the budget before the first request is served. Refused credentials stop the
 * start; a GitHub out of reach does not, nor does it hold it up for more than seconds.
 */
final class GithubCheck implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(GithubCheck.class);

	private static final int PATIENCE_SECONDS = 10;

	private final GithubTransport transport;

	private volatile boolean running;

	GithubCheck(GithubTransport transport) {
		this.transport = transport;
	}

	@Override
	public void start() {
		this.running = true;
		String who = this.transport.budget().credentials();
		CompletableFuture<@Nullable Void> known = this.transport.budget().known().toFuture();
		try {
			known.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			logger.info("GitHub answers, credentials: " + who);
		}
		catch (ExecutionException ex) {
			started(ex.getCause());
		}
		catch (TimeoutException ex) {
			started(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void started(@Nullable Throwable failure) {
		if (failure instanceof GithubException ex && ex.failure() == GithubFailure.BAD_CREDENTIALS) {
			throw new FailureAnalyzedException(
					"GitHub refuses the credentials it was given (kind: %s; asked %s)."
						.formatted(this.transport.budget().credentials(), this.transport.host()),
					"Check GITHUB_TOKEN, CLIENT_ID and CLIENT_SECRET, or the GITHUB_APP_ variables; without any, GitHub is asked anonymously.");
		}
		logger.warn("GitHub at %s is out of reach, starting without knowing the quota: %s"
			.formatted(this.transport.host(), failure));
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Before the web server, which starts among the last.
	@Override
	public int getPhase() {
		return 0;
	}

}
