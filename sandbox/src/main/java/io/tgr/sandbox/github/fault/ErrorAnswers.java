package io.tgr.sandbox.github.fault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends GitHub's errors with what changes from call to call made true: request id, time,
 * host, and who asked. Rate limit headers are left to whoever counts.
 */
@Component
public class ErrorAnswers {

	private static final String ANSWERED = ErrorAnswers.class.getName() + ".answered";

	private static final Pattern REQUEST_ID = Pattern
		.compile("\\b[0-9A-F]{4}:[0-9A-F]{4,6}:[0-9A-F]{5,7}:[0-9A-F]{5,7}:[0-9A-F]{8}\\b");

	private static final Pattern TIMESTAMP = Pattern.compile("timestamp [0-9-]{10} [0-9:]{8} UTC");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private final GithubErrors errors;

	private final JsonMapper json;

	private final Clock clock;

	ErrorAnswers(GithubErrors errors, JsonMapper json, Clock clock) {
		this.errors = errors;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * The error this exchange was answered with.
	 * @param exchange the exchange
	 * @return the error; null when it was answered otherwise
	 */
	public static @Nullable GithubError answered(ServerWebExchange exchange) {
		return exchange.getAttribute(ANSWERED);
	}

	/**
	 * Answers with an error.
	 * @param exchange what to answer
	 * @param id the error's id
	 * @param replacements words of the recorded body, and what to say instead
	 * @return when it is sent
	 */
	public Mono<Void> answer(ServerWebExchange exchange, String id, Map<String, String> replacements) {
		GithubError error = this.errors.require(id);
		exchange.getAttributes().put(ANSWERED, error);
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(error.status()));
		String requestId = requestId(response.getHeaders());
		error.headers().forEach((name, value) -> header(response.getHeaders(), name, local(exchange, value)));
		if (error.body() == null) {
			return response.setComplete();
		}
		String body = told(body(error.body(), error), requestId);
		for (Map.Entry<String, String> replacement : replacements.entrySet()) {
			body = body.replace(replacement.getKey(), replacement.getValue());
		}
		byte[] bytes = local(exchange, body).getBytes(StandardCharsets.UTF_8);
		response.getHeaders().setContentLength(bytes.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
	}

	private String body(JsonNode body, GithubError error) {
		if (!body.isString()) {
			return this.json.writeValueAsString(body);
		}
		return error.id().equals("unicorn-503") ? Unicorn.page() : body.stringValue();
	}

	private String told(String body, String requestId) {
		String now = "timestamp " + TIME.format(this.clock.instant()) + " UTC";
		return TIMESTAMP.matcher(REQUEST_ID.matcher(body).replaceAll(requestId)).replaceAll(now);
	}

	private static void header(HttpHeaders headers, String name, String value) {
		if (name.startsWith("x-ratelimit-")) {
			return;
		}
		if (name.equals("location") || name.equals("content-type") || headers.getFirst(name) == null) {
			headers.set(name, value);
		}
	}

	private static String local(ServerWebExchange exchange, String text) {
		URI here = exchange.getRequest().getURI();
		return text.replace("https://api.github.com", here.getScheme() + "://" + here.getAuthority());
	}

	private static String requestId(HttpHeaders headers) {
		String given = headers.getFirst("x-github-request-id");
		if (given != null) {
			return given;
		}
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String id = String.format("%04X:%05X:%06X:%06X:%08X", random.nextInt(0x10000), random.nextInt(0x100000),
				random.nextInt(0x1000000), random.nextInt(0x1000000), random.nextInt() & 0xFFFFFFFFL);
		headers.set("x-github-request-id", id);
		return id;
	}

}
