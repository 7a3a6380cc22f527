package io.tgr.local;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessTests {

	@Test
	void whatIsNotReadyAtFirstIsWaitedFor() {
		AtomicInteger asked = new AtomicInteger();
		DisposableServer service = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.get("/actuator/health/readiness",
					(request, response) -> response.status((asked.incrementAndGet() < 3) ? 503 : 200).send()))
			.bindNow();
		try {
			new Readiness().await(URI.create("http://127.0.0.1:" + service.port()));
			assertThat(asked).hasValue(3);
		}
		finally {
			service.disposeNow();
		}
	}

}
