package io.tgr.trending;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of {@code GET /trending}: everything, as JSON.
 */
@Component
public final class JsonShape implements AnswerShape {

	private final JsonMapper mapper;

	JsonShape(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public MediaType type() {
		return MediaType.APPLICATION_JSON;
	}

	@Override
	public byte[] write(TrendingQuery query, TrendingAnswer answer) {
		return this.mapper.writeValueAsBytes(answer);
	}

}
