package io.tgr.sandbox.cluster.fault;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;
import io.tgr.sandbox.cluster.watch.OpenWatches;

/**
 * Orders trouble over HTTP, and changes objects.
 */
@RestController
@RequestMapping("/_sandbox")
class AdminController {

	private final Faults faults;

	private final CallLog calls;

	private final OpenWatches watches;

	private final ObjectStore store;

	AdminController(Faults faults, CallLog calls, OpenWatches watches, ObjectStore store) {
		this.faults = faults;
		this.calls = calls;
		this.watches = watches;
		this.store = store;
	}

	@PutMapping("/faults")
	List<FaultRule> order(@RequestBody List<FaultRule> rules) {
		this.faults.set(rules);
		return rules;
	}

	@DeleteMapping("/faults")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void recover() {
		this.faults.set(List.of());
	}

	@GetMapping("/watches")
	Map<String, Integer> watches() {
		return Map.of("open", this.watches.count());
	}

	@DeleteMapping("/watches")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void drop() {
		this.watches.drop();
	}

	@PostMapping("/compact")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void compact() {
		this.store.compact();
	}

	@GetMapping("/calls")
	Map<String, Long> calls() {
		return this.calls.counts();
	}

	@DeleteMapping("/calls")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void forgetCalls() {
		this.calls.reset();
	}

	@PutMapping("/objects")
	JsonNode put(@RequestBody ObjectNode object) {
		return this.store.put(object);
	}

	@DeleteMapping("/objects")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@RequestBody ObjectNode object) {
		this.store.remove(ResourceType.of(object), ObjectKey.of(object));
	}

	@ExceptionHandler(IllegalArgumentException.class)
	ProblemDetail refuse(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

}
