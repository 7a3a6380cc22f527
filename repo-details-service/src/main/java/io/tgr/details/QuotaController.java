package io.tgr.details;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.web.KnownParameters;

/**
 * What this service may still ask GitHub.
 */
@RestController
@Tag(name = "quota", description = "What this service may still ask GitHub")
class QuotaController {

	private final GithubBudget budget;

	QuotaController(GithubBudget budget) {
		this.budget = budget;
	}

	@Operation(operationId = "quota", summary = "The buckets of GitHub's limits that this service owns",
			description = "For neighbours; the gateway has no route to it.")
	@GetMapping(path = "/quota", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<QuotaAnswer> quota(ServerWebExchange exchange) {
		KnownParameters.require(exchange, Set.of());
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(QuotaAnswer.of(this.budget));
	}

}
