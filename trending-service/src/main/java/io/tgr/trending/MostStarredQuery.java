package io.tgr.trending;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.KnownParameters;
import io.tgr.common.web.Problem;
import io.tgr.common.web.QueryParameters;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * What {@code GET /?n=&l=} asks for; what it cannot be is refused in the workshop's words
 * too.
 *
 * @param language the language
 * @param count how many repositories at most
 */
record MostStarredQuery(Language language, int count) {

	private static final String A_LANGUAGE = "a language by GitHub's name or alias";

	static MostStarredQuery of(ServerRequest request, Languages languages) {
		try {
			KnownParameters.require(request, Set.of("n", "l"));
			QueryParameters parameters = new QueryParameters(request.queryParams());
			int count = required("n", "a whole number from 1 to 100", parameters.number("n", 1, MostStarred.MOST))
				.intValue();
			return new MostStarredQuery(
					languages.require("l", required("l", A_LANGUAGE, parameters.single("l", A_LANGUAGE))), count);
		}
		catch (InvalidParameterException ex) {
			throw refusal(ex);
		}
	}

	private static ErrorResponseException refusal(InvalidParameterException ex) {
		Problem problem = Problem.of(ex);
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problem.detail());
		detail.setType(URI.create(problem.type()));
		detail.setTitle(problem.title());
		detail.setProperty("parameter", ex.parameter());
		detail.setProperty("value", ex.value());
		detail.setProperty("allowed", ex.allowed());
		detail.setProperty("nearest", ex.nearest());
		detail.setProperty("error", "Please provide 'n' and 'l' parameters");
		return new ErrorResponseException(HttpStatus.BAD_REQUEST, detail, ex);
	}

	private static <T> T required(String name, String allowed, @Nullable T value) {
		if (value == null) {
			throw new InvalidParameterException(name, null, allowed, List.of());
		}
		return value;
	}

}
