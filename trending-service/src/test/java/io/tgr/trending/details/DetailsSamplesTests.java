package io.tgr.trending.details;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What repo-details agreed to say, under {@code docs/api/samples}, is what we read.
 */
class DetailsSamplesTests {

	private static final Path SAMPLES = Path.of("..", "docs", "api", "samples");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@Test
	void questionIsTheAgreedOne() throws IOException {
		BatchRequest request = BatchRequest.stars(List.of("comfyanonymous/ComfyUI", "nobody/none-such"));
		assertThat(this.json.readTree(this.json.writeValueAsString(request)))
			.isEqualTo(this.json.readTree(sample("batch-question.json")));
	}

	@Test
	void linesOfABatchAreRead() throws IOException {
		List<Measurement> measurements = sample("batch.ndjson").lines().map(this::measurement).toList();
		assertThat(measurements).hasSize(2);
		Measurement renamed = measurements.get(0);
		assertThat(renamed.requestedName()).isEqualTo("comfyanonymous/ComfyUI");
		assertThat(renamed.fullName()).isEqualTo("Comfy-Org/ComfyUI");
		assertThat(renamed.shortfall()).isNull();
		StarHistory history = Objects.requireNonNull(renamed.history());
		assertThat(history.to()).isEqualTo(LocalDate.parse("2026-11-21"));
		assertThat(history.days()).hasSize(30).endsWith(24, 11);
		assertThat(history.today()).isEqualTo(2);
		assertThat(measurements.get(1).shortfall()).isEqualTo(new Shortfall(Shortfall.Reason.GONE, null));
	}

	@Test
	void everyAnswerAboutARepositoryIsRead() throws IOException {
		for (String name : List.of("repository-details.json", "repository-details-measured.json",
				"repository-details-partial.json", "repository-details-renamed.json")) {
			assertThat(measurement(sample(name)).history()).as(name).isNotNull();
		}
		assertThat(measurement(sample("repository-details-missing.json")).history()).isNull();
	}

	@Test
	void quotaIsRead() throws IOException {
		DetailsQuota quota = this.json.readValue(sample("repository-details-quota.json"), DetailsQuota.class);
		assertThat(quota.credentials()).isEqualTo("token");
		assertThat(quota.buckets()).extracting(DetailsQuota.Bucket::bucket).containsExactly("core", "graphql");
	}

	private Measurement measurement(String line) {
		return this.json.readValue(line, MeasuredRepository.class).toMeasurement(CLOCK);
	}

	private static String sample(String name) throws IOException {
		return Files.readString(SAMPLES.resolve(name));
	}

}
