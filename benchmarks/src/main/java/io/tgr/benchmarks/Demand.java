package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What users ask: the trending repositories of some languages in all windows.
 */
final class Demand {

	private final JsonClient http = new JsonClient();

	private final List<URI> questions = new ArrayList<>();

	Demand(URI trending, List<String> languages) {
		for (String language : languages) {
			for (Window window : Window.values()) {
				this.questions.add(trending.resolve("/trending?language="
						+ URLEncoder.encode(language, StandardCharsets.UTF_8) + "&window=" + window.parameter()));
			}
		}
	}

	/**
	 * Asks every question once.
	 * @param now the present time
	 * @return how good the answers were
	 */
	Answers ask(Instant now) throws IOException, InterruptedException {
		Answers answers = Answers.NONE;
		for (URI question : this.questions) {
			HttpResponse<byte[]> response = this.http.get(question);
			answers = answers
				.plus((response.statusCode() == 200) ? judge(this.http.read(response), now) : Answers.REFUSED);
		}
		return answers;
	}

	int size() {
		return this.questions.size();
	}

	private static Answers judge(JsonNode answer, Instant now) {
		Duration age = answer.path("asOf").isString()
				? Duration.between(Instant.parse(answer.path("asOf").asString()), now) : Duration.ZERO;
		return new Answers(0, answer.path("complete").asBoolean() ? 0 : 1, answer.path("stale").isNull() ? 0 : 1, age);
	}

	/**
	 * How good answers were.
	 *
	 * @param refused how many had a status other than 200
	 * @param incomplete how many said that something is missing
	 * @param stale how many said that they are older than they should be
	 * @param oldest the age of the oldest figure that one of them rests on
	 */
	record Answers(int refused, int incomplete, int stale, Duration oldest) {

		static final Answers NONE = new Answers(0, 0, 0, Duration.ZERO);

		static final Answers REFUSED = new Answers(1, 0, 0, Duration.ZERO);

		Answers plus(Answers other) {
			return new Answers(this.refused + other.refused, this.incomplete + other.incomplete,
					this.stale + other.stale, (this.oldest.compareTo(other.oldest) > 0) ? this.oldest : other.oldest);
		}

	}

}
