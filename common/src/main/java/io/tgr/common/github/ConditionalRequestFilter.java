package io.tgr.common.github;

import java.net.URI;
import java.util.Optional;

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
 * Keeps answers with an ETag, in memory and behind it in the store, and asks GitHub to
 * confirm them, which costs an authenticated caller nothing.
 */
final class ConditionalRequestFilter implements ExchangeFilterFunction {

	// What an entry takes beside its body, roughly.
	private static final int OVERHEAD = 2048;

	private final Cache<Key, KeptAnswer> cache;

	private final AnswerStore store;

	private final long largest;

	private final GithubMetrics metrics;

	ConditionalRequestFilter(DataSize size, AnswerStore store, GithubMetrics metrics) {
		this.store = store;
		this.largest = size.toBytes() / 4;
		this.metrics = metrics;
		this.cache = Caffeine.newBuilder()
			.maximumWeight(size.toBytes())
			.weigher((Key key, KeptAnswer kept) -> kept.body().length + OVERHEAD)
			.build();
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		HttpHeaders headers = request.headers();
		if (request.method() != HttpMethod.GET || headers.containsHeader(HttpHeaders.IF_NONE_MATCH)) {
			return next.exchange(request);
		}
		Key key = new Key(request.url(), headers.getFirst(HttpHeaders.ACCEPT));
		KeptAnswer kept = this.cache.getIfPresent(key);
		if (kept != null) {
			return confirm(request, next, key, kept);
		}
		return this.store.find(key.text())
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((stored) -> confirm(request, next, key, stored.orElse(null)));
	}

	private Mono<ClientResponse> confirm(ClientRequest request, ExchangeFunction next, Key key,
			@Nullable KeptAnswer kept) {
		ClientRequest asked = (kept != null)
				? ClientRequest.from(request).header(HttpHeaders.IF_NONE_MATCH, kept.etag()).build() : request;
		return next.exchange(asked).map((response) -> answer((BufferedResponse) response, key, kept));
	}

	private ClientResponse answer(BufferedResponse response, Key key, @Nullable KeptAnswer kept) {
		boolean confirmed = response.statusCode().value() == HttpStatus.NOT_MODIFIED.value();
		this.metrics.cache(confirmed);
		if (!confirmed) {
			keep(response, key);
			return response;
		}
		if (kept == null) {
			throw new GithubException(GithubFailure.UNREADABLE, 304, null, "confirms what was not asked for", null);
		}
		this.cache.put(key, this.store.keep(key.text(), kept));
		return BufferedResponse.of(response, HttpStatus.OK, (headers) -> headers.addAll(kept.headers()), kept.body());
	}

	private void keep(BufferedResponse response, Key key) {
		String etag = response.httpHeaders().getETag();
		if (response.statusCode().value() == HttpStatus.OK.value() && etag != null
				&& response.bytes().length <= this.largest) {
			KeptAnswer answer = new KeptAnswer(etag, HttpHeaders.copyOf(response.httpHeaders()), response.bytes(), 0);
			this.cache.put(key, this.store.keep(key.text(), answer));
		}
	}

	/**
	 * What makes two requests equal; the credentials are always the same.
	 *
	 * @param url the URL
	 * @param accept the media types accepted
	 */
	private record Key(URI url, @Nullable String accept) {

		// The store belongs to one host, and calls leave for no other.
		String text() {
			return this.accept + " " + this.url.getRawPath() + "?" + this.url.getRawQuery();
		}

	}

}
