package io.tgr.local;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Keeps what Spring Boot found out about a failed start, for the launcher to say it in
 * one sentence.
 */
public class LastFailureAnalysis implements FailureAnalysisReporter {

	private static final ThreadLocal<@Nullable FailureAnalysis> LAST = new ThreadLocal<>();

	@Override
	public void report(FailureAnalysis analysis) {
		LAST.set(analysis);
	}

	/**
	 * Takes the analysis of the last start that failed in this thread.
	 * @return the analysis, {@code null} when nobody knew the failure
	 */
	static @Nullable FailureAnalysis take() {
		FailureAnalysis last = LAST.get();
		LAST.remove();
		return last;
	}

}
