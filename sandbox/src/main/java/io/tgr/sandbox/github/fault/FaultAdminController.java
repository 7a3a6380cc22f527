package io.tgr.sandbox.github.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders faults and latency.
 */
@RestController
@RequestMapping("/_sandbox")
class FaultAdminController {

	private final Faults faults;

	private final Latencies latencies;

	FaultAdminController(Faults faults, Latencies latencies) {
		this.faults = faults;
		this.latencies = latencies;
	}

	@PutMapping("/faults")
	List<FaultRule> order(@RequestBody List<FaultRule> rules) {
		this.faults.set(rules);
		return rules;
	}

	@DeleteMapping("/faults")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void clearFaults() {
		this.faults.clear();
	}

	@PutMapping("/latency")
	Latency order(@RequestBody Latency latency) {
		this.latencies.set((latency.path() != null) ? latency.path() : "/**", Duration.ofMillis(latency.millis()));
		return latency;
	}

	@DeleteMapping("/latency")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void clearLatency() {
		this.latencies.clear();
	}

	@ExceptionHandler(IllegalArgumentException.class)
	ProblemDetail refuse(IllegalArgumentException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
		problem.setProperties(Map.of("allowed", this.faults.known()));
		return problem;
	}

	/**
	 * An order for latency.
	 *
	 * @param path pattern of the paths; everything when absent
	 * @param millis how long a call takes at least
	 */
	record Latency(@Nullable String path, long millis) {

	}

}
