package io.tgr.trending;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One connection, many questions: one that comes before the answer to the last has quite
 * ended, and is answered at once, must not be the last that is read.
 */
@ApiTest
class KeepAliveTests {

	private static final int TIMEOUT_MILLIS = 5_000;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@BeforeEach
	void fill() {
		Repositories.clear(this.pool);
		Repositories.fill(this.pool, "Java", 30);
		this.discovery.states.put("Java", new SweepState(SweepState.Stage.COMPLETE, List.of(), ApiContext.NOW, null));
	}

	@Test
	void readsOnAfterQuestionsThatCameEarly(@LocalServerPort int port) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			for (int round = 0; round < 20; round++) {
				ask(socket, "/trending?language=java&limit=1&offset=" + round, "/nowhere",
						"/trending?language=java&limit=1");
				assertThat(statuses(socket.getInputStream(), 3)).startsWith(200, 404, 200);
			}
		}
	}

	private static void ask(Socket socket, String... uris) throws IOException {
		StringBuilder requests = new StringBuilder();
		for (String uri : uris) {
			requests.append("GET ").append(uri).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
	}

	private static List<Integer> statuses(InputStream answers, int count) throws IOException {
		List<Integer> statuses = new ArrayList<>();
		while (statuses.size() < count) {
			String head = head(answers);
			statuses.add(Integer.valueOf(head.substring(9, 12)));
			String length = head.toLowerCase(Locale.ROOT).split("content-length: ")[1].split("\r\n")[0];
			answers.readNBytes(Integer.parseInt(length));
		}
		return statuses;
	}

	private static String head(InputStream answers) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = answers.read();
			assertThat(next).isNotNegative();
			head.append((char) next);
		}
		return head.toString();
	}

}
