package io.tgr.sandbox.github;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and moves the sandbox's present day. */
@RestController
@RequestMapping("/_sandbox/day")
class DayController {

	private final SandboxClock clock;

	DayController(SandboxClock clock) {
		this.clock = clock;
	}

	@GetMapping
	Day today() {
		return new Day(this.clock.today());
	}

	@PutMapping
	Day move(@RequestBody Day day) {
		this.clock.moveTo(day.today());
		return today();
	}

	/**
	 * A day.
	 *
	 * @param today the present day; nothing to follow the wall clock again
	 */
	record Day(@Nullable LocalDate today) {
	}

}
