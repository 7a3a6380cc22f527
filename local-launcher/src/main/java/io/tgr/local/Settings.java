package io.tgr.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the launcher was asked for, by its options, its environment and the {@code .env}
 * file.
 *
 * @param variables the environment and the file
 * @param live whether to ask GitHub instead of the sandbox
 * @param anonymous whether to hold no credentials
 * @param debug whether to log verbosely
 * @param gateway the gateway's port
 * @param address where the gateway listens
 * @param sandboxDay the day that the sandbox takes for today
 */
record Settings(Variables variables, boolean live, boolean anonymous, boolean debug, Port gateway, String address,
		@Nullable LocalDate sandboxDay) {

	static final String LOOPBACK = "127.0.0.1";

	private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F:.]+");

	static Settings of(LauncherOptions options, Variables variables) {
		boolean live = options.live() || variables.isTrue("TGR_LIVE");
		if (live && options.sandboxDay() != null) {
			throw new StartException("--sandbox-day is for the sandbox, and --live does without it: choose one.");
		}
		Integer port = options.port();
		Port gateway = (port != null) ? new Port(port, "the gateway", "--port")
				: variables.port("the gateway", "PORT", 8080);
		return new Settings(variables, live, options.anonymous(), variables.isTrue("DEBUG"), gateway,
				address(variables.get("HOST")), options.sandboxDay());
	}

	/**
	 * Shells and build tools put a host's name or a platform's into {@code HOST}: only an
	 * address is meant for us.
	 */
	private static String address(@Nullable String host) {
		return (host != null && ADDRESS.matcher(host).matches()) ? host : LOOPBACK;
	}

	String profile() {
		String profile = this.variables.get("ENV");
		return (profile != null) ? profile : "local";
	}

	InetAddress inetAddress() {
		try {
			return InetAddress.getByName(this.address);
		}
		catch (UnknownHostException ex) {
			throw new StartException("HOST is no address to listen on: " + this.address + ".", ex);
		}
	}

	/**
	 * The clock of everything that runs: on the sandbox's day when one was given.
	 * @return the clock
	 */
	Clock clock() {
		Clock system = Clock.systemUTC();
		return (this.sandboxDay != null) ? Clock.offset(system, Duration
			.between(LocalDate.now(system).atStartOfDay(ZoneOffset.UTC), this.sandboxDay.atStartOfDay(ZoneOffset.UTC)))
				: system;
	}

}
