package io.tgr.common.github;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON, and says of what is none that GitHub's answer is unreadable.
 */
final class GithubJsonDecoder extends JacksonJsonDecoder {

	GithubJsonDecoder(JsonMapper mapper) {
		super(mapper);
	}

	@Override
	public Mono<Object> decodeToMono(Publisher<DataBuffer> input, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		return super.decodeToMono(input, type, mimeType, hints).onErrorMap(CodecException.class,
				GithubJsonDecoder::unreadable);
	}

	@Override
	public Flux<Object> decode(Publisher<DataBuffer> input, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		return super.decode(input, type, mimeType, hints).onErrorMap(CodecException.class,
				GithubJsonDecoder::unreadable);
	}

	private static GithubException unreadable(CodecException ex) {
		return new GithubException(GithubFailure.UNREADABLE, 200, null, ex.getMessage(), ex);
	}

}
