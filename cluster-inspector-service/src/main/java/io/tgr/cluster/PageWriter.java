package io.tgr.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.access.View;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.query.PodPage;
import io.tgr.cluster.query.PodQuery;
import io.tgr.cluster.row.PodTable;
import io.tgr.cluster.row.RowWriter;
import io.tgr.cluster.row.VisibleParts;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.FreshnessReport;

/**
 * Writes pages of rows: piece by piece, as fast as the client takes them. They are meant
 * for one caller and tell ages to the second, so nobody keeps them.
 */
@Component
@EnableConfigurationProperties(AnswerProperties.class)
class PageWriter {

	static final String WITHHELD = "X-Tgr-Withheld";

	static final String STALE = "X-Tgr-Stale";

	private static final MediaType TABLE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private static final String FIRST = "{\"items\":[";

	private static final int ROWS_AT_ONCE = 20;

	private static final int BIG = 1000;

	private final RowWriter rows;

	private final Freshness freshness;

	private final JsonMapper json;

	private final Clock clock;

	private final BigAnswers big;

	PageWriter(RowWriter rows, Freshness freshness, JsonMapper json, Clock clock, AnswerProperties properties) {
		this.rows = rows;
		this.freshness = freshness;
		this.json = json;
		this.clock = clock;
		this.big = new BigAnswers(properties);
	}

	Mono<ServerResponse> json(PodQuery query, View view, PodPage page, VisibleParts parts) {
		FreshnessReport report = this.freshness.report(view.namespaces());
		PodsAnswer answer = PodsAnswer.of(page, query.limit(), PodScope.of(view, report, parts), report);
		byte[] rest = this.json.writeValueAsBytes(answer);
		Instant now = this.clock.instant();
		return ok(MediaType.APPLICATION_JSON).build((exchange, context) -> {
			ServerHttpResponse response = exchange.getResponse();
			Flux<DataBuffer> body = pieces(page.rows(), rest, parts, now, response.bufferFactory());
			Mono<Void> written = response.writeWith(body);
			return (page.rows().size() > BIG) ? this.big.admit(written) : written;
		});
	}

	private Flux<DataBuffer> pieces(List<PodRow> rows, byte[] rest, VisibleParts parts, Instant now,
			DataBufferFactory buffers) {
		int count = Math.max(1, (rows.size() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE);
		return Flux.range(0, count).map((index) -> {
			ByteArrayOutputStream out = new ByteArrayOutputStream(ROWS_AT_ONCE * 2048);
			if (index == 0) {
				out.write(rest, 0, FIRST.length());
			}
			int end = Math.min(rows.size(), (index + 1) * ROWS_AT_ONCE);
			for (int i = index * ROWS_AT_ONCE; i < end; i++) {
				if (i > 0) {
					out.write(',');
				}
				this.rows.write(out, rows.get(i), parts, now);
			}
			if (index == count - 1) {
				out.write(rest, FIRST.length(), rest.length - FIRST.length());
			}
			return buffers.wrap(out.toByteArray());
		});
	}

	Mono<ServerResponse> table(ServerRequest request, View view, PodPage page) {
		FreshnessReport report = this.freshness.report(view.namespaces());
		return ok(TABLE).headers((headers) -> {
			describe(headers, report, view);
			String next = page.next();
			if (next != null) {
				headers.set(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(request, next)));
			}
		}).bodyValue(PodTable.of(page.rows(), this.clock.instant()));
	}

	// What has no room in the body.
	private void describe(HttpHeaders headers, FreshnessReport report, View view) {
		if (report.stale() != null) {
			headers.set(STALE, "true");
			headers.set(HttpHeaders.AGE, String.valueOf(age(report.asOf())));
		}
		if (view.withheld() > 0) {
			headers.set(WITHHELD, String.valueOf(view.withheld()));
		}
	}

	private long age(@Nullable Instant asOf) {
		return (asOf != null) ? Math.max(0, Duration.between(asOf, this.clock.instant()).toSeconds()) : 0;
	}

	private static String next(ServerRequest request, String token) {
		return request.uriBuilder()
			.scheme(null)
			.host(null)
			.port(null)
			.replaceQueryParam("continue", token)
			.build()
			.toString();
	}

	static ServerResponse.BodyBuilder ok(MediaType type) {
		return ServerResponse.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore())
			.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.AUTHORIZATION, HttpHeaders.ORIGIN);
	}

}
