package io.tgr.common.github;

import java.net.URI;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Keeps answers with an ETag and asks GitHub to confirm them, which costs an
 * authenticated caller nothing.
 */
final class ConditionalRequestFilter implements ExchangeFilterFunction {

	// What an entry takes beside its body, roughly.
	private static final int OVERHEAD = 2048;

	private final Cache<Key, Kept> cache;

	private final long largest;

	private final GithubMetrics metrics;

	ConditionalRequestFilter(DataSize size, GithubMetrics metrics) {
		this.largest = size.toBytes() / 4;
		this.metrics = metrics;
		this.cache = Caffeine.newBuilder()
			.maximumWeight(size.toBytes())
			.weigher((Key key, Kept kept) -> kept.body().length + OVERHEAD)
			.build();
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		HttpHeaders headers = request.headers();
		if (request.method() != HttpMethod.GET || headers.containsHeader(HttpHeaders.IF_NONE_MATCH)) {
			return next.exchange(request);
		}
		Key key = new Key(request.url(), headers.getFirst(HttpHeaders.ACCEPT));
		Kept kept = this.cache.getIfPresent(key);
		ClientRequest asked = (kept != null)
				? ClientRequest.from(request).header(HttpHeaders.IF_NONE_MATCH, kept.etag()).build() : request;
		return next.exchange(asked).map((response) -> answer((BufferedResponse) response, key, kept));
	}

	private ClientResponse answer(BufferedResponse response, Key key, @Nullable Kept kept) {
		boolean confirmed = response.statusCode().value() == HttpStatus.NOT_MODIFIED.value();
		this.metrics.cache(confirmed);
		if (!confirmed) {
			keep(response, key);
			return response;
		}
		if (kept == null) {
			throw new GithubException(GithubFailure.UNREADABLE, 304, null, "confirms what was not asked for", null);
		}
		return BufferedResponse.of(response, HttpStatus.OK, (headers) -> {
			headers.addAll(kept.headers());
			headers.set(GithubWebClient.FROM_CACHE, "true");
		}, kept.body());
	}

	private void keep(BufferedResponse response, Key key) {
		String etag = response.httpHeaders().getETag();
		if (response.statusCode().value() == HttpStatus.OK.value() && etag != null
				&& response.bytes().length <= this.largest) {
			this.cache.put(key, new Kept(etag, HttpHeaders.copyOf(response.httpHeaders()), response.bytes()));
		}
	}

	/**
	 * What makes two requests equal; the credentials are always the same.
	 *
	 * @param url the URL
	 * @param accept the media types accepted
	 */
	private record Key(URI url, @Nullable String accept) {

	}

	/**
	 * An answer with the status 200.
	 *
	 * @param etag its ETag
	 * @param headers its headers
	 * @param body its body
	 */
	private record Kept(String etag, HttpHeaders headers, byte[] body) {

	}

}
