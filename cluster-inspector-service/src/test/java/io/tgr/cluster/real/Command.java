package io.tgr.cluster.real;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that is run to its end.
 *
 * @param words the program and its arguments
 * @param environment what is set besides our own
 */
record Command(List<String> words, Map<String, String> environment) {

	static Command shell(String line) {
		return new Command(List.of("sh", "-c", line), Map.of());
	}

	Command with(String variable, String value) {
		Map<String, String> more = new HashMap<>(this.environment);
		more.put(variable, value);
		return new Command(this.words, more);
	}

	Command and(String... more) {
		List<String> all = new ArrayList<>(this.words);
		all.addAll(List.of(more));
		return new Command(all, this.environment);
	}

	String run() {
		return run("");
	}

	String run(String input) {
		try {
			Path errors = Files.createTempFile("tgr", ".err");
			try {
				return run(input, errors);
			}
			finally {
				Files.delete(errors);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String run(String input, Path errors) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.words).redirectError(errors.toFile());
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		try (OutputStream in = process.getOutputStream()) {
			in.write(input.getBytes(StandardCharsets.UTF_8));
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.onExit().join().exitValue();
		if (code != 0) {
			throw new IllegalStateException(
					"%s ended with %d: %s".formatted(this.words, code, Files.readString(errors)));
		}
		return output;
	}

}
