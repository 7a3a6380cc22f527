package io.tgr.trending;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks for a ranking in some shape: 130 ordinary repositories, and one whose owner wrote
 * everything into its description that somebody could stumble over.
 */
@ApiTest
abstract class ShapedAnswers {

	static final String NASTY = "=cmd|' /C calc'!A0 <b>\"bold\"</b> & \u0000\u0007\u001b[31m\ud83d end\ud83e\udd80 ]]> café, \r\nnext\tline \uffff";

	static final String FIRST = "Ada-Lovelace/engine";

	@Autowired
	CandidatePool pool;

	@Autowired
	ScriptedDiscovery discovery;

	@Autowired
	MapStore store;

	@LocalServerPort
	int port;

	ApiClient client;

	@BeforeEach
	void fill() {
		this.client = new ApiClient(this.port);
		Repositories.sweep(this.pool, this.discovery);
		add(4_711, FIRST, NASTY, 900);
	}

	void add(long id, String name, @Nullable String description, int stars) {
		this.pool.seen(List
			.of(new Candidate(id, name, "https://github.com/" + name, description, "Java", List.of("ai", "c-plus"),
					"MIT", Instant.parse("2020-01-01T00:00:00Z"), ApiContext.NOW, 20_000, 700, ApiContext.NOW)));
		this.pool.measured(name, new StarHistory(Repositories.YESTERDAY.minusDays(29), Collections.nCopies(30, stars),
				3, ApiContext.NOW));
	}

	void incomplete() {
		this.discovery.states.put("Java", new SweepState(SweepState.Stage.INCOMPLETE, List.of("quota"), ApiContext.NOW,
				ApiContext.NOW.minusSeconds(600)));
	}

	URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	String text(String path) {
		return new String(this.client.exchange(path, "identity").getResponseBody(), StandardCharsets.UTF_8);
	}

	HttpHeaders headers(String path) {
		EntityExchangeResult<byte[]> result = this.client.exchange(path, "identity");
		return result.getResponseHeaders();
	}

	static void assertSaysThatItIsWanting(HttpHeaders headers) {
		assertThat(headers.getFirst("X-Tgr-Stale")).isEqualTo("true");
		assertThat(headers.getFirst("X-Tgr-Missing")).isEqualTo("quota");
		assertThat(headers.getCacheControl()).isEqualTo("no-cache");
	}

}
