package io.tgr.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What it takes to run a service's own jar as a process, and to see what it costs.
 */
public final class ServiceUnderTest {

	private ServiceUnderTest() {
	}

	public static Path jar(String module) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(module, "target"))) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findFirst()
				.orElseThrow(() -> new IOException("Package first, and run from the project's root"));
		}
	}

	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * What a process takes of the machine's memory.
	 * @param process the process
	 * @param name a line of the kernel's account, such as {@code VmHWM}
	 * @return how many MiB, -1 where there is no such account
	 */
	public static long mebibytes(Process process, String name) throws IOException {
		Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
		Matcher matcher = Pattern.compile(name + ":\\s+(\\d+) kB")
			.matcher((Files.exists(status)) ? Files.readString(status) : "");
		return (matcher.find()) ? Long.parseLong(matcher.group(1)) / 1024 : -1;
	}

}
