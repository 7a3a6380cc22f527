package io.tgr.sandbox.github.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The data files carried in the module. */
final class Resources {

	private Resources() {
	}

	static InputStream open(String name) throws IOException {
		InputStream stream = Resources.class.getResourceAsStream(name);
		if (stream == null) {
			throw new IllegalStateException("The data file " + name + " is missing from the sandbox");
		}
		return name.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
	}

	static List<String> lines(String name) {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the data file " + name, ex);
		}
	}

}
