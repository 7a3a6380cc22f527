package io.tgr.common.github;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the rules of the transport around a client, from the outside in: late failures,
 * own headers, redirects, conditional requests, metrics, failures, budget, credentials,
 * the whole answer.
 */
final class GithubTransport implements GithubWebClient {

	private final WebClient client;

	private final GithubUrls urls;

	private final RateLimitBudget budget;

	GithubTransport(WebClient.Builder builder, GithubProperties properties, JsonMapper mapper, MeterRegistry registry,
			Clock clock, AnswerStore answers, Ledger ledger) {
		this.urls = GithubUrls.of(properties.url());
		WebClient.Builder base = builder.clone()
			.baseUrl(this.urls.api().toString())
			.defaultHeader(HttpHeaders.ACCEPT, "application/vnd.github+json")
			.defaultHeader("X-GitHub-Api-Version", properties.apiVersion())
			.codecs((codecs) -> {
				codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(properties.maxResponseSize().toBytes()));
				codecs.defaultCodecs().jacksonJsonDecoder(new GithubJsonDecoder(mapper));
			});
		FailureReader reader = new FailureReader(mapper, clock);
		GithubMetrics metrics = new GithubMetrics(registry, this.urls);
		FailureFilter failures = new FailureFilter(reader, this.urls, (bucket, ex) -> {
		});
		AnswerFilter answer = new AnswerFilter(properties.timeout(), properties.maxResponseSize());
		WebClient anonymous = client(base, metrics, failures, answer);
		Credentials credentials = new CredentialsChoice(properties).choose(anonymous, clock);
		CredentialsFilter authorization = new CredentialsFilter(credentials);
		this.budget = new RateLimitBudget(client(base, metrics, failures, authorization, answer), credentials,
				properties, ledger, clock);
		metrics.bind(this.budget);
		this.client = client(base, new RedirectFilter(this.urls),
				new ConditionalRequestFilter(properties.cacheSize(), answers, metrics), metrics,
				new FailureFilter(reader, this.urls, this.budget::refused),
				new BudgetFilter(this.budget, this.urls, clock), authorization, answer);
	}

	// Without the filters of other clients: what they send is not for GitHub.
	private static WebClient client(WebClient.Builder base, ExchangeFilterFunction... filters) {
		return base.clone().filters((all) -> {
			all.clear();
			all.add(new LateFailureFilter());
			all.add(new OwnHeadersFilter());
			all.addAll(List.of(filters));
		}).build();
	}

	String host() {
		return this.urls.api().getHost();
	}

	RateLimitBudget budget() {
		return this.budget;
	}

	@Override
	public WebClient client() {
		return this.client;
	}

	@Override
	public URI graphqlUrl() {
		return this.urls.graphql();
	}

}
