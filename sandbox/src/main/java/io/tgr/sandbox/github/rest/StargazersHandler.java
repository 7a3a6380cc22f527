package io.tgr.sandbox.github.rest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.catalogue.StarHistory;

/**
 * Answers on a repository's stars: how many, how many each day, and no longer who gave
 * them.
 */
@Component
class StargazersHandler {

	private static final int WEEKS_A_PAGE = 30;

	private static final int LAST_PAGE = 100;

	private static final String DOCUMENTATION = "/activity/starring#list-stargazers";

	private final GithubAnswers answers;

	StargazersHandler(GithubAnswers answers) {
		this.answers = answers;
	}

	Mono<ServerResponse> closed(ServerRequest request, Repository repository) {
		boolean anonymous = request.headers().header(HttpHeaders.AUTHORIZATION).isEmpty();
		GithubError error = anonymous ? GithubError.of(HttpStatus.UNAUTHORIZED, "Requires authentication",
				GithubError.DOCUMENTATION + DOCUMENTATION) : GithubError.notFound(DOCUMENTATION);
		return Mono.error(error.exception());
	}

	Mono<ServerResponse> count(ServerRequest request, Repository repository) {
		return this.answers.ok(Map.of("count", repository.stars()));
	}

	Mono<ServerResponse> history(ServerRequest request, Repository repository) {
		Page page = Page.of(request, WEEKS_A_PAGE);
		if (page.number() > LAST_PAGE) {
			return Mono.error(
					GithubError
						.of(HttpStatus.UNPROCESSABLE_CONTENT,
								"In order to keep the API fast for everyone, pagination is limited for this resource.",
								"https://docs.github.com/v3/#pagination")
						.exception());
		}
		StarHistory history = repository.starHistory();
		int weeks = (int) ChronoUnit.WEEKS.between(history.firstSunday(), history.lastSunday()) + 1;
		List<Map<String, Object>> body = new ArrayList<>();
		for (int back = page.offset(); back < Math.min(weeks, page.offset() + page.size()); back++) {
			body.add(week(history, history.lastSunday().minusWeeks(back)));
		}
		return this.answers.page(body, "/repositories/" + repository.id() + "/stargazers/history", request, page,
				Math.min(weeks, LAST_PAGE * page.size()));
	}

	private static Map<String, Object> week(StarHistory history, LocalDate sunday) {
		List<Integer> days = new ArrayList<>(7);
		for (int day = 0; day < 7; day++) {
			days.add(history.on(sunday.plusDays(day)));
		}
		Map<String, Object> week = new LinkedHashMap<>();
		week.put("week", sunday.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
		week.put("total", days.stream().mapToInt(Integer::intValue).sum());
		week.put("days", days);
		return week;
	}

}
