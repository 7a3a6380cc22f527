package io.tgr.sandbox.github.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DisruptionTests {

	private static final String REPOSITORY = "/repos/spring-projects/spring-boot";

	private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

	private static final GithubSandbox SANDBOX = GithubSandbox.start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@AfterEach
	void calm() throws IOException {
		this.client.send("DELETE", "/_sandbox/faults", null);
		this.client.send("DELETE", "/_sandbox/latency", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void announcesMoreThanItSends() throws IOException {
		order("truncated");
		String answer = raw("");
		Matcher length = LENGTH.matcher(answer);
		assertThat(length.find()).isTrue();
		String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
		assertThat(body).startsWith("{\"id\":");
		assertThat(body.length()).isPositive().isLessThan(Integer.parseInt(length.group(1)));
	}

	@Test
	void cutsCompressedAnswersShortToo() throws IOException {
		order("truncated");
		assertThat(raw("Accept-Encoding: gzip\r\n")).containsIgnoringCase("200 ok").doesNotEndWith("0\r\n\r\n");
		assertThatIOException().isThrownBy(() -> this.client.with("Accept-Encoding", "gzip").get(REPOSITORY));
	}

	@Test
	void cutsGraphqlAnswersShortToo() {
		assertThatIOException().isThrownBy(() -> {
			order("truncated");
			this.client.query("{ viewer { login } }");
		});
	}

	@Test
	void resetsTheConnection() throws IOException {
		order("reset");
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw("")).withMessageContaining("reset");
	}

	@Test
	void keepsTheClientWaiting() throws IOException {
		order("timeout");
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw("", 1_000));
		this.client.send("DELETE", "/_sandbox/faults", null);
		assertThat(this.client.get(REPOSITORY).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reset", "truncated" })
	void forgetsTheCallsItDropped(String disruption) throws IOException {
		order(disruption);
		for (int call = 0; call < 101; call++) {
			assertThatIOException().isThrownBy(() -> this.client.get(REPOSITORY + "/topics"));
		}
		this.client.send("DELETE", "/_sandbox/faults", null);
		assertThat(this.client.get(REPOSITORY).status()).isEqualTo(200);
	}

	@Test
	void takesItsTimeWhereOrdered() throws IOException {
		this.client.send("PUT", "/_sandbox/latency", Map.of("path", "/repos/**", "millis", 120));
		assertThat(time(REPOSITORY)).isGreaterThan(Duration.ofMillis(119));
		this.client.send("PUT", "/_sandbox/latency", Map.of("path", "/**", "millis", 400));
		assertThat(time(REPOSITORY)).isLessThan(Duration.ofMillis(400));
		assertThat(time("/versions")).isGreaterThan(Duration.ofMillis(399));
	}

	private Duration time(String path) throws IOException {
		Instant start = Instant.now();
		assertThat(this.client.get(path).status()).isEqualTo(200);
		return Duration.between(start, Instant.now());
	}

	private void order(String disruption) throws IOException {
		this.client.send("PUT", "/_sandbox/faults", List.of(Map.of("path", "/**", "error", disruption)));
	}

	private static String raw(String header) throws IOException {
		return raw(header, 20_000);
	}

	private static String raw(String header, int wait) throws IOException {
		try (Socket socket = new Socket(SANDBOX.url().getHost(), SANDBOX.url().getPort())) {
			socket.setSoTimeout(wait);
			String request = "GET " + REPOSITORY + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			InputStream answer = socket.getInputStream();
			return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
