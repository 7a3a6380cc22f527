package io.tgr.trending;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.launchdarkly.eventsource.CommentEvent;
import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamEvent;
import com.launchdarkly.eventsource.StreamException;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stream, followed by an EventSource of others.
 */
@Timeout(60)
@TestPropertySource(properties = { "tgr.trending.stream.max-streams=12", "tgr.trending.stream.max-per-client=8",
		"tgr.inbound.requests-per-minute=100000" })
class StreamTests extends ShapedAnswers {

	private static final String STREAM = "/trending/stream?language=java&limit=3";

	@Autowired
	private MeterRegistry meters;

	private final JsonMapper json = new JsonMapper();

	@Test
	void tellsTheRankingAsItIsAndThenEachNewOne() throws StreamException {
		try (EventSource stream = follow(STREAM, null)) {
			MessageEvent first = stream.readMessage();
			assertThat(ranking(first)).isEqualTo(this.client.get("/trending?language=java&limit=3"));
			assertThat(first.getEventName()).isEqualTo("message");
			assertThat(headers("/trending?language=java&limit=3").getETag())
				.isEqualTo('"' + first.getLastEventId() + '"');
			change(950);
			MessageEvent second = stream.readMessage();
			assertThat(ranking(second).at("/items/0/gained").asInt()).isEqualTo(950);
			assertThat(second.getLastEventId()).isNotEqualTo(first.getLastEventId());
			assertThat(stream.getBaseRetryDelayMillis()).isEqualTo(2_000);
		}
	}

	@Test
	void whoHasTheRankingHearsNothingUntilItChanges() throws StreamException {
		String id;
		try (EventSource stream = follow(STREAM, null)) {
			id = stream.readMessage().getLastEventId();
		}
		try (EventSource again = follow(STREAM, id)) {
			for (int comments = 0; comments < 3;) {
				StreamEvent event = again.readAnyEvent();
				assertThat(event).isNotInstanceOf(MessageEvent.class);
				comments += (event instanceof CommentEvent) ? 1 : 0;
			}
			change(960);
			assertThat(ranking(again.readMessage()).at("/items/0/gained").asInt()).isEqualTo(960);
		}
		try (EventSource late = follow(STREAM, id)) {
			assertThat(ranking(late.readMessage()).at("/items/0/gained").asInt()).isEqualTo(960);
		}
	}

	@Test
	void oneQuestionIsLookedAtOnceForAllWhoFollowIt() throws StreamException {
		List<EventSource> streams = new ArrayList<>();
		try {
			for (int i = 0; i < 5; i++) {
				streams.add(follow(STREAM, null));
				streams.get(i).readMessage();
			}
			change(970);
			for (EventSource stream : streams) {
				assertThat(ranking(stream.readMessage()).at("/items/0/gained").asInt()).isEqualTo(970);
			}
			assertThat(this.meters.get("tgr.trending.stream.open").gauge().value()).isEqualTo(5);
			assertThat(this.meters.get("tgr.trending.stream.questions").gauge().value()).isEqualTo(1);
		}
		finally {
			streams.forEach(EventSource::close);
		}
		awaitNone();
	}

	@Test
	void oneClientHasNoMoreThanItsShare() throws StreamException {
		List<EventSource> streams = new ArrayList<>();
		try {
			for (int i = 0; i < 8; i++) {
				streams.add(follow(STREAM, null));
				streams.get(i).readMessage();
			}
			JsonNode problem = this.client.problem(this.client.request(HttpMethod.GET, STREAM), 429);
			assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:too-many-streams");
		}
		finally {
			streams.forEach(EventSource::close);
		}
		awaitNone();
	}

	@Test
	void headBeginsNoStream() {
		HttpHeaders headers = this.client.request(HttpMethod.HEAD, STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/event-stream");
		assertThat(headers.getCacheControl()).isEqualTo("no-store");
	}

	@Test
	void aWrongQuestionIsAProblem() {
		assertThat(this.client.problem("/trending/stream?details=true", 400).get("parameter").asString())
			.isEqualTo("details");
		assertThat(this.client.problem("/trending/stream?language=jaav", 400).get("parameter").asString())
			.isEqualTo("language");
	}

	@Test
	void whoDoesNotReadIsLeftOutAndThenLeft() throws Exception {
		double before = skipped();
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(4_096);
			socket.connect(new InetSocketAddress("127.0.0.1", this.port));
			socket.getOutputStream()
				.write("GET /trending/stream?limit=100&window=monthly HTTP/1.1\r\nHost: tgr\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			for (int stars = 1_000; skipped() == before && stars < 3_000; stars++) {
				change(stars);
				TimeUnit.MILLISECONDS.sleep(20);
			}
			assertThat(skipped()).isGreaterThan(before);
			awaitNone();
		}
	}

	private double skipped() {
		return this.meters.get("tgr.trending.stream.events").tag("outcome", "skipped").counter().count();
	}

	private void awaitNone() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.meters.get("tgr.trending.stream.open").gauge().value() == 0);
	}

	private void change(int stars) {
		this.pool.measured(FIRST, new StarHistory(Repositories.YESTERDAY.minusDays(29), Collections.nCopies(30, stars),
				3, ApiContext.NOW.plusSeconds(stars)));
	}

	private JsonNode ranking(MessageEvent event) {
		return this.json.readTree(event.getData());
	}

	private EventSource follow(String path, @Nullable String lastEventId) {
		EventSource.Builder builder = new EventSource.Builder(
				ConnectStrategy.http(address(path)).readTimeout(20, TimeUnit.SECONDS))
			.errorStrategy(ErrorStrategy.alwaysThrow());
		return ((lastEventId != null) ? builder.lastEventId(lastEventId) : builder).build();
	}

}
