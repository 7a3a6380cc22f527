package io.tgr.benchmarks.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of the stream of changes: notes when each marked change is told.
 */
final class FollowedChanges implements AutoCloseable {

	// The number that marks a change is the restart count that it gives a pod.
	private static final Pattern RESTARTS = Pattern.compile("\"restarts\":(\\d+)");

	private final Map<Integer, Long> toldAt = new ConcurrentHashMap<>();

	private final AtomicInteger present = new AtomicInteger();

	private final AtomicInteger doubles = new AtomicInteger();

	private final InputStream events;

	private final Thread reader = new Thread(this::read, "followed-changes");

	FollowedChanges(URI stream, Map<String, String> token) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
		token.forEach(request::header);
		HttpResponse<InputStream> response = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		if (response.statusCode() != 200) {
			throw new IOException(stream + " answered " + response.statusCode());
		}
		this.events = response.body();
		this.reader.setDaemon(true);
		this.reader.start();
	}

	private void read() {
		String event = "";
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(this.events, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("event:")) {
					event = line.substring("event:".length()).strip();
				}
				else if (line.startsWith("data:")) {
					told(event, line);
				}
			}
		}
		catch (IOException ex) {
			// The end: we closed it.
			Thread.currentThread().interrupt();
		}
	}

	private void told(String event, String data) {
		long now = System.nanoTime();
		if ("ADDED".equals(event)) {
			this.present.incrementAndGet();
		}
		Matcher restarts = RESTARTS.matcher(data);
		if ("MODIFIED".equals(event) && restarts.find()
				&& this.toldAt.putIfAbsent(Integer.valueOf(restarts.group(1)), now) != null) {
			this.doubles.incrementAndGet();
		}
	}

	void awaitPresent(int count) throws InterruptedException {
		await(Duration.ofSeconds(60), () -> this.present.get() >= count);
	}

	void await(Changes written, Duration limit) throws InterruptedException {
		await(limit, () -> arrived(written) >= written.count());
	}

	private void await(Duration limit, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	int arrived(Changes written) {
		return (int) written.writtenAt().keySet().stream().filter(this.toldAt::containsKey).count();
	}

	int doubles() {
		return this.doubles.get();
	}

	Latencies lags(Changes written) {
		return new Latencies(
				written.writtenAt()
					.entrySet()
					.stream()
					.filter((change) -> this.toldAt.containsKey(change.getKey()))
					.mapToDouble((change) -> Math.max(0,
							Objects.requireNonNull(this.toldAt.get(change.getKey())) - change.getValue()) / 1e6)
					.toArray());
	}

	@Override
	public void close() throws IOException {
		this.events.close();
	}

}
