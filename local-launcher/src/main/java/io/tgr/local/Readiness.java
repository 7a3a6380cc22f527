package io.tgr.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a service to be ready, as Kubernetes does before it sends anybody there.
 */
final class Readiness {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build();

	/**
	 * Waits, within bounds: what is not ready then says itself why.
	 * @param service the URL of the service
	 */
	void await(URI service) {
		long end = System.nanoTime() + LIMIT.toNanos();
		try {
			while (!isReady(service) && System.nanoTime() < end) {
				TimeUnit.MILLISECONDS.sleep(50);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isReady(URI service) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))
			.timeout(ONE_ANSWER)
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
