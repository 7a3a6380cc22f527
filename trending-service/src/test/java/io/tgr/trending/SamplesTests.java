package io.tgr.trending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples under {@code docs/api/samples}; run with {@code -Dtgr.update-docs=true} to
 * write them anew.
 */
@ApiTest
class SamplesTests {

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	private ApiClient client;

	@BeforeEach
	void fill(@LocalServerPort int port) {
		this.client = new ApiClient(port);
		Repositories.clear(this.pool);
		add("owner/steady", "Steady growth for years", List.of("framework", "web"), "Apache-2.0",
				"2012-10-19T15:02:57Z", 12_345, 678,
				IntStream.range(0, 30).map((day) -> 90 + day % 7 * 4).boxed().toList(), 31);
		add("owner/burst", null, List.of(), null, "2023-04-01T00:00:00Z", 2_100, 9,
				IntStream.range(0, 30).map((day) -> (day == 29) ? 640 : 1).boxed().toList(), 12);
		add("owner/newborn", "Born this week", List.of("ai"), "MIT", "2026-11-18T09:30:00Z", 410, 23,
				List.of(40, 120, 150, 95), 5);
		this.pool.seen(List.of(new Candidate(7, "owner/unmeasured", "https://github.com/owner/unmeasured", null, "Java",
				List.of(), null, Instant.parse("2020-01-01T00:00:00Z"), null, 55, 1, ApiContext.NOW)));
		this.discovery.states.put("Java",
				new SweepState(SweepState.Stage.INCOMPLETE, List.of("quota"), ApiContext.NOW, null));
	}

	@ParameterizedTest
	@CsvSource({ "trending, /trending?language=java&window=weekly, 200",
			"trending-repository, /trending/owner/steady, 200",
			"trending-invalid-parameter, /trending?language=jaav, 400",
			"trending-unknown-repository, /trending/owner/unknown, 404" })
	void areWhatTheServiceAnswers(String name, String uri, int status) throws IOException {
		Path kept = Path.of("..", "docs", "api", "samples", name + ".json");
		String text = this.json
			.writeValueAsString((status == 200) ? this.client.get(uri) : this.client.problem(uri, status)) + "\n";
		if (Boolean.getBoolean("tgr.update-docs")) {
			Files.createDirectories(kept.getParent());
			Files.writeString(kept, text);
		}
		assertThat(Files.readString(kept)).isEqualTo(text);
	}

	private void add(String name, @Nullable String description, List<String> topics, @Nullable String license,
			String createdAt, long stars, long forks, List<Integer> days, int today) {
		this.pool.seen(List
			.of(new Candidate(name.hashCode(), name, "https://github.com/" + name, description, "Java", topics, license,
					Instant.parse(createdAt), ApiContext.NOW.minusSeconds(7_200), stars, forks, ApiContext.NOW)));
		this.pool.measured(name,
				new StarHistory(Repositories.YESTERDAY.minusDays(days.size() - 1L), days, today, ApiContext.NOW));
	}

}
