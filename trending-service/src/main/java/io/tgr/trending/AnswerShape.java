package io.tgr.trending;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What the answer of a question about a ranking looks like. It is written once for a
 * ranking and kept, whoever asks for it: it knows nothing of a request.
 */
public interface AnswerShape {

	/**
	 * What it is.
	 * @return its media type
	 */
	MediaType type();

	/**
	 * Writes an answer down.
	 * @param query what was asked for
	 * @param answer the answer
	 * @return its bytes
	 */
	byte[] write(TrendingQuery query, TrendingAnswer answer);

	/**
	 * Says in headers what the bytes cannot say.
	 * @param answer the answer
	 * @param headers the headers it leaves with
	 */
	default void describe(TrendingAnswer answer, HttpHeaders headers) {
	}

}
