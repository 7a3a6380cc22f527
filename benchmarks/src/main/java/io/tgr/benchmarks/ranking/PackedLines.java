package io.tgr.benchmarks.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Lines of a packed file on the class path.
 */
final class PackedLines {

	/**
	 * Where the sandbox keeps its facts.
	 */
	static final String CATALOGUE = "/io/tgr/sandbox/github/catalogue/";

	/**
	 * Where this package keeps its own data.
	 */
	static final String HERE = "/io/tgr/benchmarks/ranking/";

	private PackedLines() {
	}

	static List<String> of(String path) {
		try (InputStream resource = PackedLines.class.getResourceAsStream(path)) {
			if (resource == null) {
				throw new IllegalStateException(path + " is not on the class path");
			}
			InputStream plain = (path.endsWith(".gz")) ? new GZIPInputStream(resource) : resource;
			return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + path, ex);
		}
	}

}
