package io.tgr.trending.details;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Gives failures of calls to repo-details their names.
 */
class DetailsFailures {

	private final Clock clock;

	DetailsFailures(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Names a failure as the HTTP client reports it.
	 * @param failure the failure
	 * @return a refusal when repo-details said why, else that it is unavailable
	 */
	Throwable meaning(Throwable failure) {
		if (failure instanceof WebClientResponseException answer) {
			DetailsProblem problem = problem(answer);
			if (problem != null && problem.reason() != null) {
				return new DetailsRefusedException(answer.getStatusCode(), problem, problem.shortfall(this.clock));
			}
		}
		return new DetailsUnavailableException(failure);
	}

	/**
	 * Names what the operators around a call add: too slow, too many, breaker open.
	 * @param failure the failure
	 * @return the failure itself when it has a name already
	 */
	Throwable unlessNamed(Throwable failure) {
		return (failure instanceof DetailsRefusedException || failure instanceof DetailsUnavailableException) ? failure
				: new DetailsUnavailableException(failure);
	}

	private static @Nullable DetailsProblem problem(WebClientResponseException answer) {
		try {
			return answer.getResponseBodyAs(DetailsProblem.class);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
