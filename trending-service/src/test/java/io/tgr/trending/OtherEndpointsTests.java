package io.tgr.trending;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.details.Enrichment;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One repository, details, languages and quota.
 */
@ApiTest
class OtherEndpointsTests {

	private final JsonMapper json = new JsonMapper();

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private ScriptedDetails details;

	private ApiClient client;

	@BeforeEach
	void fill(@LocalServerPort int port) {
		this.client = new ApiClient(port);
		Repositories.clear(this.pool);
		Repositories.fill(this.pool, "Java", 30);
		Repositories.fill(this.pool, "C++", 20);
		this.pool.seen(List.of(Repositories.candidate("some/one", null, 10, 1, Instant.EPOCH)));
		this.discovery.states.put("Java", new SweepState(SweepState.Stage.COMPLETE, List.of(), ApiContext.NOW, null));
	}

	@Test
	void saysWhereARepositoryStands() {
		String first = this.client.get("/trending?language=java&window=weekly")
			.get("items")
			.get(0)
			.get("fullName")
			.asString();
		JsonNode answer = this.client.get("/trending/" + first.toLowerCase(Locale.ROOT));
		assertThat(answer.get("fullName").asString()).isEqualTo(first);
		assertThat(answer.get("measured").asBoolean()).isTrue();
		assertThat(answer.get("items")).hasSize(3);
		JsonNode weekly = answer.get("items").get(1);
		assertThat(weekly.get("window").asString()).isEqualTo("weekly");
		assertThat(weekly.get("inLanguage").toString()).isEqualTo("{\"rank\":1,\"of\":30}");
		assertThat(weekly.get("overall").get("of").asInt()).isEqualTo(50);
		assertThat(weekly.get("history")).hasSize(7);
		assertThat(weekly.get("explain").get("terms")).isNotEmpty();
	}

	@Test
	void saysThatARepositoryIsNotMeasured() {
		JsonNode answer = this.client.get("/trending/Some/One");
		assertThat(answer.get("measured").asBoolean()).isFalse();
		assertThat(answer.get("language").isNull()).isTrue();
		JsonNode daily = answer.get("items").get(0);
		assertThat(daily.get("overall").toString()).isEqualTo("{\"rank\":null,\"of\":50}");
		assertThat(daily.get("inLanguage").isNull()).isTrue();
		assertThat(daily.get("gained").isNull()).isTrue();
		assertThat(daily.get("history")).isEmpty();
	}

	@Test
	void followsAFormerName() {
		this.pool.renamed("Java/7", "new/home");
		JsonNode answer = this.client.get("/trending/java/7");
		assertThat(answer.get("fullName").asString()).isEqualTo("new/home");
		assertThat(answer.get("requestedName").asString()).isEqualTo("java/7");
		assertThat(answer.get("renamedFrom").asString()).isEqualTo("java/7");
		assertThat(answer.at("/items/0/inLanguage/rank").isInt()).isTrue();
		JsonNode present = this.client.get("/trending/New/Home");
		assertThat(present.get("fullName").asString()).isEqualTo("new/home");
		assertThat(present.get("requestedName").asString()).isEqualTo("New/Home");
		assertThat(present.get("renamedFrom").isNull()).isTrue();
	}

	@Test
	void doesNotClaimThatAnUnknownRepositoryDoesNotExist() {
		JsonNode problem = this.client.problem("/trending/no/body", 404);
		assertThat(problem.get("detail").asString()).contains("no/body").contains("tracked");
		assertThat(this.client.problem("/trending/no/body?window=daily", 400).get("parameter").asString())
			.isEqualTo("window");
	}

	@Test
	void enrichesRowsAndSaysWhichItCouldNot() {
		this.details.enrich = (names) -> Flux.fromIterable(names)
			.skip(1)
			.map((name) -> new Enrichment(name, name,
					this.json.readTree("{\"fullName\":\"%s\",\"problem\":null,\"facts\":null}".formatted(name))));
		JsonNode answer = this.client.get("/trending?language=java&details=true&limit=3");
		assertThat(answer.get("items")).hasSize(3);
		assertThat(answer.get("items").get(0).get("details").isNull()).isTrue();
		JsonNode second = answer.get("items").get(1);
		assertThat(second.get("details").get("fullName")).isEqualTo(second.get("fullName"));
		assertThat(second.get("rank").asInt()).isEqualTo(2);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"details-unavailable\"]");
	}

	@Test
	void answersUnenrichedWithoutRepoDetails() {
		for (Flux<Enrichment> failing : List.of(Flux.<Enrichment>error(new IllegalStateException("down")),
				Flux.<Enrichment>never())) {
			this.details.enrich = (names) -> failing;
			JsonNode answer = this.client.get("/trending?language=java&details=true&limit=3");
			assertThat(answer.get("items")).hasSize(3)
				.allSatisfy((row) -> assertThat(row.get("details").isNull()).isTrue());
			assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"details-unavailable\"]");
		}
	}

	@Test
	void countsCandidatesOfEachLanguage() {
		JsonNode languages = this.client.get("/languages");
		assertThat(languages).hasSize(829);
		assertThat(languages).anySatisfy((language) -> assertThat(language.toString())
			.isEqualTo("{\"urlParam\":\"c%2B%2B\",\"name\":\"C++\",\"candidates\":20}"));
		assertThat(languages).anySatisfy((language) -> assertThat(language.toString())
			.isEqualTo("{\"urlParam\":\"java\",\"name\":\"Java\",\"candidates\":30}"));
	}

	@Test
	void joinsTheQuotasOfBothServices() {
		this.details.quota = Mono.just(new DetailsQuota("token",
				List.of(new DetailsQuota.Bucket("core", 5_000, 4_990, ApiContext.NOW, 1_000, null))));
		JsonNode quota = this.client.get("/quota");
		assertThat(quota.get("credentials").asString()).isEqualTo("token");
		assertThat(quota.get("complete").asBoolean()).isTrue();
		assertThat(quota.get("buckets")).hasSize(2);
		assertThat(quota.get("buckets").get(0).get("bucket").asString()).isEqualTo("search");
		assertThat(quota.get("buckets").get(1).get("reservedForInteractive").asInt()).isEqualTo(1_000);
		assertThat(quota.get("plan").get("lanes").get(0).get("lane").asString()).isEqualTo("hot");
		assertThat(quota.get("plan").get("lanes").get(0).get("spent").asInt()).isEqualTo(45);
		assertThat(quota.get("plan").get("pauses").get(0).get("reason").asString()).isEqualTo("secondary-limit");
		this.details.quota = Mono.error(new IllegalStateException("down"));
		assertThat(this.client.get("/quota").get("missing").toString()).isEqualTo("[\"details-unavailable\"]");
	}

}
