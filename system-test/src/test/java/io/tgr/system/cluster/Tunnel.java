package io.tgr.system.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way into the cluster that kubectl keeps open until it is closed, on a free port of
 * loopback.
 */
final class Tunnel implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

	private final Process process;

	private final URI url;

	private Tunnel(String... arguments) {
		try {
			this.process = new ProcessBuilder(Kubectl.words(List.of(arguments))).redirectErrorStream(true).start();
			BufferedReader output = this.process.inputReader();
			String line = output.readLine();
			Matcher port = PORT.matcher(String.valueOf(line));
			if (!port.find()) {
				this.process.destroy();
				throw new IllegalStateException(line);
			}
			this.url = URI.create("http://127.0.0.1:" + port.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Tunnel portForward(String target, int port) {
		return new Tunnel("port-forward", target, ":" + port);
	}

	static Tunnel proxy() {
		return new Tunnel("proxy", "--port=0");
	}

	URI url() {
		return this.url;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
