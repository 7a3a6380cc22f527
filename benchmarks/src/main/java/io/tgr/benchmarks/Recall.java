package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How many of the true top 25 by stars gained {@code GET /trending?sort=gained} names.
 * Repositories without a real series are passed over on both sides: nobody knows their
 * truth. Whoever gained as much as the last of the best counts as one of them.
 */
final class Recall {

	private static final int TOP = 25;

	private final JsonClient http;

	private final URI trending;

	private final Function<LocalDate, @Nullable RealStars> truth;

	/**
	 * Measures a service.
	 * @param http how to ask
	 * @param trending where it is
	 * @param truth the real stars up to a day, the last one of the answer's window
	 */
	Recall(JsonClient http, URI trending, Function<LocalDate, @Nullable RealStars> truth) {
		this.http = http;
		this.trending = trending;
		this.truth = truth;
	}

	/**
	 * Asks for every window.
	 * @param language a language's name, {@code null} for all
	 * @return the recall of each {@link Window}, 1 where nothing gained a star
	 */
	double[] of(@Nullable String language) throws IOException, InterruptedException {
		double[] recalls = new double[Window.values().length];
		for (Window window : Window.values()) {
			recalls[window.ordinal()] = of(language, window);
		}
		return recalls;
	}

	/**
	 * Asks for every window of several languages.
	 * @param languages their names
	 * @return the mean recall of each {@link Window}
	 */
	double[] mean(List<String> languages) throws IOException, InterruptedException {
		double[] means = new double[Window.values().length];
		for (String language : languages) {
			double[] recalls = of(language);
			for (int i = 0; i < means.length; i++) {
				means[i] += recalls[i] / languages.size();
			}
		}
		return means;
	}

	private double of(@Nullable String language, Window window) throws IOException, InterruptedException {
		String query = (language != null) ? "&language=" + URLEncoder.encode(language, StandardCharsets.UTF_8) : "";
		JsonNode answer = this.http
			.json(this.trending.resolve("/trending?sort=gained&limit=100&window=" + window.parameter() + query));
		RealStars truth = Objects.requireNonNull(this.truth.apply(LocalDate.parse(answer.path("to").asString())),
				"an answer of a day nobody expected");
		RealStars.Top top = truth.top(language, window.days(), TOP);
		long found = named(answer, window, truth).stream()
			.filter((name) -> truth.gained(name, window.days()) >= top.threshold())
			.count();
		return (top.size() > 0) ? Math.min(1, found / (double) top.size()) : 1;
	}

	private static List<String> named(JsonNode answer, Window window, RealStars truth) {
		List<String> names = new ArrayList<>();
		for (JsonNode item : answer.path("items")) {
			String name = item.path("fullName").asString();
			if (truth.isMeasured(name, window.days())) {
				names.add(name);
			}
		}
		return names.subList(0, Math.min(TOP, names.size()));
	}

}
