package io.tgr.sandbox.github.access;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says what is left of each bucket, and costs nothing.
 */
@RestController
class RateLimitController {

	private static final String DOCUMENTATION = "https://docs.github.com/rest/rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user";

	private final RateLimits limits;

	RateLimitController(RateLimits limits) {
		this.limits = limits;
	}

	@GetMapping("/rate_limit")
	ResponseEntity<Map<String, Object>> rateLimit(ServerWebExchange exchange,
			@RequestHeader(name = "X-GitHub-Api-Version", defaultValue = "2022-11-28") String version) {
		Map<String, Object> body = new LinkedHashMap<>();
		if (!this.limits.enabled()) {
			body.put("message", "Rate limiting is not enabled.");
			body.put("documentation_url", DOCUMENTATION);
			body.put("status", "404");
			return ResponseEntity.status(404).contentType(MediaType.APPLICATION_JSON).body(body);
		}
		Map<String, Object> resources = resources(Meter.of(exchange).caller());
		body.put("resources", resources);
		if (version.equals("2022-11-28")) {
			body.put("rate", resources.get("core"));
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body);
	}

	private Map<String, Object> resources(Caller caller) {
		Map<String, Object> resources = new LinkedHashMap<>();
		for (RateBucket bucket : RateBucket.values()) {
			RateQuota quota = this.limits.bucket(caller, bucket).quota();
			Map<String, Object> resource = new LinkedHashMap<>();
			resource.put("limit", quota.limit());
			resource.put("used", quota.used());
			resource.put("remaining", quota.remaining());
			resource.put("reset", quota.reset());
			resources.put(bucket.resource(), resource);
		}
		return resources;
	}

}
