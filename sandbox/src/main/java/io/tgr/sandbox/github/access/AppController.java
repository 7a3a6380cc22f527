package io.tgr.sandbox.github.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The sandbox's App: hands out its key, and tokens to who signs with it.
 */
@RestController
class AppController {

	static final String INSTALLATION_ID = "1";

	private static final String DOCUMENTATION = "https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app";

	private final AppKey key;

	private final AppJwt jwt;

	private final InstallationTokens tokens;

	AppController(AppKey key, AppJwt jwt, InstallationTokens tokens) {
		this.key = key;
		this.jwt = jwt;
		this.tokens = tokens;
	}

	@GetMapping(path = "/_sandbox/app/private-key.pem", produces = "application/x-pem-file")
	byte[] privateKey() {
		return this.key.privateKeyPem().getBytes(StandardCharsets.US_ASCII);
	}

	@PostMapping("/app/installations/{installation}/access_tokens")
	ResponseEntity<Map<String, Object>> issue(@PathVariable String installation,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
		AppJwt.Refusal refusal = this.jwt.refusal(authorization);
		if (refusal != null) {
			return error(refusal.status(), refusal.message(), "https://docs.github.com/rest");
		}
		if (!installation.equals(INSTALLATION_ID)) {
			return error(404, "Not Found", DOCUMENTATION);
		}
		InstallationTokens.Issued issued = this.tokens.issue(installation);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token", issued.token());
		body.put("expires_at", issued.expiresAt().toString());
		body.put("permissions", Map.of("metadata", "read"));
		body.put("repository_selection", "all");
		return ResponseEntity.status(HttpStatus.CREATED).contentType(MediaType.APPLICATION_JSON).body(body);
	}

	private static ResponseEntity<Map<String, Object>> error(int status, String message, String documentation) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("message", message);
		body.put("documentation_url", documentation);
		body.put("status", Integer.toString(status));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
	}

}
