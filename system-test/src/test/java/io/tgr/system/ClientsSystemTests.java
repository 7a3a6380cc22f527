package io.tgr.system;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Published clients that were written for other services, in the language that most of
 * them are in: {@code src/test/clients}. Whoever has no Node skips them, but for CI.
 */
@ExtendWith(TgrExtension.class)
class ClientsSystemTests {

	private static final Path CLIENTS = Path.of("src", "test", "clients");

	@Test
	void clientsOfOthersUnderstandTheGateway(URI gateway, WebTestClient tgr, @TempDir Path folder) throws Exception {
		assumeTrue(isCi() || isThere("node") && isThere("npm"),
				"Skipped: there is no 'node' and 'npm' in the path (Node 18 or newer)");
		for (String name : List.of("package.json", "package-lock.json", "clients.js")) {
			Files.copy(CLIENTS.resolve(name), folder.resolve(name));
		}
		run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
		Json.getRows(tgr, "/trending?language=java&window=weekly");
		assertThat(run(folder, "node", "clients.js", gateway.toString())).contains("githubTrending: ok",
				"languages: ok", "feeds: ok", "stream: ok");
	}

	private static String run(Path folder, String... command) throws IOException, InterruptedException {
		Path output = folder.resolve("output");
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		boolean ended = process.waitFor(5, TimeUnit.MINUTES);
		process.destroy();
		String said = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(ended).as(said).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

	private static boolean isThere(String program) {
		return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

	private static boolean isCi() {
		return "true".equals(System.getenv("CI"));
	}

}
