package io.tgr.sandbox.github.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows and resets what was counted.
 */
@RestController
@RequestMapping("/_sandbox")
class AccessAdminController {

	private final CallLog log;

	private final RateLimits limits;

	AccessAdminController(CallLog log, RateLimits limits) {
		this.log = log;
		this.limits = limits;
	}

	@GetMapping("/calls")
	CallLog.CallCounts calls() {
		return this.log.counts();
	}

	@DeleteMapping("/calls")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resetCalls() {
		this.log.reset();
	}

	@PostMapping("/limits/reset")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void refill() {
		this.limits.reset();
	}

}
