package io.tgr.local;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/**
 * What the launcher says when everything runs: what to try, and where the gateway is.
 */
final class Welcome {

	private static final List<String> EXAMPLES = List.of("/trending?language=java&window=weekly&limit=3",
			"/trending?language=c%2B%2B&language=rust&sort=gained", "/trending/spring-projects/spring-boot",
			"/repos/spring-projects/spring-boot?parts=facts,stars", "/repos/spring-projects/spring-boot/stars.svg",
			"/languages", "/quota", "/?n=3&l=Java", "/pods?unhealthy=true", "/pods/summary");

	private final PrintStream out;

	private final URI gateway;

	Welcome(PrintStream out, URI gateway) {
		this.out = out;
		this.gateway = gateway;
	}

	void print() {
		this.out.println("Try (Ctrl-C ends everything):");
		EXAMPLES.forEach((example) -> this.out.println("  curl '" + this.gateway + example + "'"));
		this.out.println("tgr is ready: " + this.gateway);
	}

}
