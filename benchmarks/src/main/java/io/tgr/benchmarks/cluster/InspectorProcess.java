package io.tgr.benchmarks.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tgr.benchmarks.ServiceUnderTest;

/**
 * The inspector's own jar as a process, with the memory settings of its image.
 */
final class InspectorProcess implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	// Those of the deployment; older JDKs have the trimming as a diagnostic option.
	private static final List<String> AS_DEPLOYED = List.of("-Xmx80m", "-Xmn16m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions",
			"-XX:TrimNativeHeapInterval=5000");

	private static final Path LOG = Path.of("benchmarks", "target", "inspector.log");

	private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

	private static final Pattern LIST = Pattern.compile("tgr_cluster_lists_seconds_sum\\{kind=\"pods\"} ([0-9.E-]+)");

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI root;

	private final Process process;

	private InspectorProcess(Path kubeconfig, int port) throws IOException {
		this.root = URI.create("http://127.0.0.1:" + port);
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		ProcessBuilder command = new ProcessBuilder(Stream
			.of(Stream.of(java.toString()), AS_DEPLOYED.stream(),
					Stream.of("-jar", ServiceUnderTest.jar("cluster-inspector-service").toString()))
			.flatMap((part) -> part)
			.toList());
		command.environment()
			.putAll(Map.of("KUBECONFIG", kubeconfig.toAbsolutePath().toString(), "HOST", "127.0.0.1", "PORT",
					String.valueOf(port), "TGR_INBOUND_REQUESTS_PER_MINUTE", "0", "MALLOC_ARENA_MAX", "2"));
		this.process = command.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
	}

	static InspectorProcess start(Path kubeconfig) throws IOException {
		Files.createDirectories(LOG.getParent());
		return new InspectorProcess(kubeconfig, ServiceUnderTest.freePort());
	}

	URI url(String path) {
		return this.root.resolve(path);
	}

	HttpResponse<byte[]> get(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
		headers.forEach(request::header);
		HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new IOException(uri + " answered " + response.statusCode() + ": "
					+ new String(response.body(), StandardCharsets.UTF_8));
		}
		return response;
	}

	/**
	 * All pods as kubectl's table, page by page.
	 * @param token who asks
	 */
	void everything(Map<String, String> token) throws IOException, InterruptedException {
		HttpRequest.Builder any = HttpRequest.newBuilder(this.root);
		token.forEach(any::header);
		URI next = url("/pods?limit=5000");
		while (next != null) {
			HttpResponse<byte[]> page = get(next,
					Map.of("Accept", "text/plain", "Authorization", token.get("Authorization")));
			Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
			next = (link.find()) ? this.root.resolve(link.group(1)) : null;
		}
	}

	void awaitPods(int count, Map<String, String> token) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		String last = "";
		while (System.nanoTime() < end && this.process.isAlive()) {
			try {
				Matcher total = TOTAL
					.matcher(new String(get(url("/pods?limit=1"), token).body(), StandardCharsets.UTF_8));
				if (total.find() && Integer.parseInt(total.group(1)) >= count) {
					return;
				}
			}
			catch (IOException ex) {
				last = String.valueOf(ex.getMessage());
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new IllegalStateException("The inspector does not show the pods, see " + LOG + "; " + last);
	}

	/**
	 * How long the first list of pods took, as the inspector's own metrics tell.
	 * @return seconds
	 */
	double listSeconds() throws IOException, InterruptedException {
		Matcher took = LIST
			.matcher(new String(get(url("/actuator/prometheus"), Map.of()).body(), StandardCharsets.UTF_8));
		if (!took.find()) {
			throw new IOException("No metric " + LIST);
		}
		return Double.parseDouble(took.group(1));
	}

	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	String memory() throws IOException {
		long resident = ServiceUnderTest.mebibytes(this.process, "VmRSS");
		return (resident < 0) ? "unknown here" : "%d MiB resident, %d MiB at most".formatted(resident,
				ServiceUnderTest.mebibytes(this.process, "VmHWM"));
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit()
			.orTimeout(30, TimeUnit.SECONDS)
			.exceptionally((ex) -> this.process.destroyForcibly())
			.join();
	}

}
