package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * Requests a second of a warm {@code GET /trending} of 25 rows, against bare Reactor
 * Netty that sends the same bytes: {@code wrk} with 64 connections drives the two in
 * turns. Bare Netty has this JVM to itself; the service shares the launcher's with the
 * sandbox, the gateway and its own refresher, so the ratio errs against it.
 */
final class ThroughputBenchmark {

	private static final int ROUNDS = 5;

	private static final int WARM_UP_SECONDS = 30;

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

	private final LauncherProcess tgr;

	ThroughputBenchmark(LauncherProcess tgr) {
		this.tgr = tgr;
	}

	void run() throws IOException, InterruptedException {
		URI warm = this.tgr.trending().resolve("/trending?language=java&window=weekly");
		HttpResponse<byte[]> answer = this.tgr.http().get(warm);
		LoopResources loops = LoopResources.create("bare");
		DisposableServer bare = bareServer(answer, loops);
		try {
			URI same = URI.create("http://127.0.0.1:" + bare.port() + "/");
			load(warm, WARM_UP_SECONDS);
			load(same, WARM_UP_SECONDS);
			Load[] ours = new Load[ROUNDS];
			Load[] theirs = new Load[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				theirs[round] = load(same, 10);
				ours[round] = load(warm, 10);
			}
			report(answer.body().length, median(ours), median(theirs));
		}
		finally {
			bare.disposeNow();
			loops.dispose();
		}
	}

	private void report(int bytes, Load ours, Load theirs) {
		System.out.printf("%,d bytes, 64 connections, median of %d rounds%n%n", bytes, ROUNDS);
		System.out.println("| | requests/s | p99 ms |\n| --- | --- | --- |");
		System.out.printf("| bare Reactor Netty | %,.0f | %.1f |%n", theirs.rate(), theirs.p99());
		System.out.printf("| trending-service | %,.0f | %.1f |%n", ours.rate(), ours.p99());
		System.out.printf("%nratio %.2f%n", ours.rate() / theirs.rate());
	}

	private DisposableServer bareServer(HttpResponse<byte[]> answer, LoopResources loops) {
		byte[] body = answer.body();
		return HttpServer.create().host("127.0.0.1").port(0).runOn(loops).handle((request, response) -> {
			answer.headers().map().forEach((name, values) -> values.forEach((value) -> response.header(name, value)));
			return response.sendByteArray(Mono.just(body));
		}).bindNow();
	}

	private Load load(URI uri, int seconds) throws IOException, InterruptedException {
		Process wrk;
		try {
			wrk = new ProcessBuilder("wrk", "-t1", "-c64", "-d" + seconds + "s", "--latency", uri.toString())
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			throw new IOException("The throughput benchmark needs wrk, the load generator: install the package 'wrk'",
					ex);
		}
		String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		wrk.waitFor();
		if (output.contains("Non-2xx")) {
			throw new IOException("Not every answer was good:\n" + output);
		}
		return new Load(Double.parseDouble(find(RATE, output).group(1)), millis(find(P99, output)));
	}

	private double millis(Matcher p99) {
		double value = Double.parseDouble(p99.group(1));
		return switch (p99.group(2)) {
			case "us" -> value / 1000;
			case "s" -> value * 1000;
			default -> value;
		};
	}

	private Matcher find(Pattern pattern, String output) throws IOException {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new IOException("wrk did not say " + pattern + ":\n" + output);
		}
		return matcher;
	}

	private Load median(Load[] loads) {
		Load[] sorted = loads.clone();
		Arrays.sort(sorted, (a, b) -> Double.compare(a.rate(), b.rate()));
		return sorted[sorted.length / 2];
	}

	/**
	 * What one round of load gave.
	 *
	 * @param rate requests a second
	 * @param p99 milliseconds that 99 % of the answers stayed under
	 */
	private record Load(double rate, double p99) {

	}

}
