package io.tgr.system;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class ProblemSystemTests {

	@ParameterizedTest
	@CsvSource({ "/trending?limit=0, limit", "/trending?limit=101, limit", "/trending?limit=x, limit",
			"/trending?offset=-1, offset", "/trending?window=yearly, window", "/trending?sort=name, sort",
			"/trending?minStars=many, minStars", "/trending?createdAfter=yesterday, createdAfter",
			"/trending?details=perhaps, details", "/trending?language=, language", "/trending?langage=java, langage",
			"/languages?x=1, x", "/quota?x=1, x", "/repos/spring-projects/spring-boot?parts=fact, parts",
			"/repos/spring-projects/spring-boot?part=facts, part",
			"/repos/spring-projects/spring-boot/stars?days=0, days",
			"/repos/spring-projects/spring-boot/stars?days=366, days" })
	void aBadParameterIsNamedWithWhatIsAllowed(String path, String parameter, WebTestClient tgr) {
		problem(tgr.get().uri(path).exchange(), HttpStatus.BAD_REQUEST).jsonPath("$.parameter")
			.isEqualTo(parameter)
			.jsonPath("$.allowed")
			.isNotEmpty();
	}

	@Test
	void anUnknownLanguageIsAnsweredWithTheNearestOnes(WebTestClient tgr) {
		problem(tgr.get().uri("/trending?language=Pyton").exchange(), HttpStatus.BAD_REQUEST)
			.jsonPath("$.nearest[?(@ == 'Python')]")
			.exists();
	}

	@ParameterizedTest
	@CsvSource({ "/", "/?n=3", "/?l=Java", "/?n=0&l=Java", "/?n=101&l=Java", "/?n=x&l=Java" })
	void theWorkshopsBadRequestCarriesItsError(String path, WebTestClient tgr) {
		problem(tgr.get().uri(path).exchange(), HttpStatus.BAD_REQUEST).jsonPath("$.error")
			.isEqualTo("Please provide 'n' and 'l' parameters");
	}

	@ParameterizedTest
	@CsvSource({ "/trending", "/languages", "/quota", "/repos/spring-projects/spring-boot" })
	void onlyReadingIsAllowed(String path, WebTestClient tgr) {
		ResponseSpec answer = tgr.delete().uri(path).exchange();
		answer.expectHeader().exists("Allow");
		problem(answer, HttpStatus.METHOD_NOT_ALLOWED);
	}

	@ParameterizedTest
	@CsvSource({ "/trending", "/repos/spring-projects/spring-boot" })
	void whatCannotBeWrittenIsNotAcceptable(String path, WebTestClient tgr) {
		problem(tgr.get().uri(path).accept(MediaType.IMAGE_PNG).exchange(), HttpStatus.NOT_ACCEPTABLE);
	}

	@ParameterizedTest
	@CsvSource({ "/trending/nobody/nothing", "/repos/nobody/nothing", "/repos/-/x", "/repos/a/b/c", "/repos/a",
			"/trending/a" })
	void whatIsNotThereIsNotFound(String path, WebTestClient tgr) {
		problem(tgr.get().uri(path).exchange(), HttpStatus.NOT_FOUND);
	}

	@Test
	void aBatchOfAnotherTypeIsNotSupported(WebTestClient tgr) {
		problem(tgr.post().uri("/repos/batch").contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange(),
				HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{", "[]", "{}", "{\"names\":[]}", "{\"names\":\"a/b\"}",
			"{\"names\":[\"a/b\"],\"parts\":[\"none\"]}", "{\"names\":[null]}" })
	void aBatchThatCannotBeReadIsABadRequest(String body, WebTestClient tgr) {
		problem(tgr.post().uri("/repos/batch").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange(),
				HttpStatus.BAD_REQUEST);
	}

	private static BodyContentSpec problem(ResponseSpec answer, HttpStatus status) {
		answer.expectStatus().isEqualTo(status).expectHeader().exists("X-Request-Id");
		answer.expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		return answer.expectBody()
			.jsonPath("$.status")
			.isEqualTo(status.value())
			.jsonPath("$.type")
			.value(String.class, (type) -> assertThat(type).startsWith("urn:tgr:problem:"))
			.jsonPath("$.title")
			.isNotEmpty()
			.jsonPath("$.detail")
			.isNotEmpty()
			.jsonPath("$.instance")
			.isNotEmpty();
	}

}
