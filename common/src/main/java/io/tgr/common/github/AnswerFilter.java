package io.tgr.common.github;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/**
 * Waits for the whole answer, bounded in size and time, and names what can go wrong on
 * the way.
 */
final class AnswerFilter implements ExchangeFilterFunction {

	private final Duration timeout;

	private final int maxSize;

	AnswerFilter(Duration timeout, DataSize maxSize) {
		this.timeout = timeout;
		this.maxSize = Math.toIntExact(maxSize.toBytes());
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request)
			.flatMap(this::whole)
			.timeout(this.timeout)
			.onErrorMap(TimeoutException.class, (ex) -> failure(GithubFailure.TIMEOUT, ex))
			.onErrorMap(WebClientRequestException.class, AnswerFilter::unanswered);
	}

	private Mono<ClientResponse> whole(ClientResponse response) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), this.maxSize)
			.map(AnswerFilter::bytes)
			.defaultIfEmpty(new byte[0])
			.onErrorMap((ex) -> failure(GithubFailure.UNREADABLE, ex))
			.map((bytes) -> BufferedResponse.of(response, response.statusCode(),
					(headers) -> headers.addAll(response.headers().asHttpHeaders()), bytes));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	// The exception of the client holds our headers, the credentials among them.
	private static GithubException unanswered(WebClientRequestException ex) {
		Throwable cause = ex.getMostSpecificCause();
		boolean late = cause instanceof ConnectTimeoutException || cause instanceof TimeoutException
				|| cause instanceof io.netty.handler.timeout.TimeoutException;
		return failure((late) ? GithubFailure.TIMEOUT : GithubFailure.UNREACHABLE, cause);
	}

	private static GithubException failure(GithubFailure failure, Throwable cause) {
		String detail = (cause instanceof DataBufferLimitException) ? "too large" : cause.getClass().getSimpleName();
		return new GithubException(failure, null, null, detail, cause);
	}

}
