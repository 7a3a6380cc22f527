package io.tgr.local;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param help whether only to say what can be said
 * @param live whether to ask GitHub instead of the sandbox
 * @param anonymous whether to hold no credentials
 * @param port the gateway's port, {@code null} to go by the environment
 * @param sandboxDay the day that the sandbox takes for today, {@code null} for the real
 * one
 */
record LauncherOptions(boolean help, boolean live, boolean anonymous, @Nullable Integer port,
		@Nullable LocalDate sandboxDay) {

	static final String HELP = """
			Usage: java -jar tgr.jar [options]

			  --live                    ask GitHub, with the credentials of the environment or .env, instead of the sandbox
			  --anonymous               hold no credentials, to see what is left without
			  --port=NUMBER             the gateway's port (also: PORT; 8080 by default)
			  --sandbox-day=YYYY-MM-DD  the day that the sandbox takes for today
			  --help                    this text

			KUBECONFIG names the cluster whose pods are shown, instead of the sandbox's.
			Other ports: TGR_TRENDING_PORT (8081), TGR_REPO_DETAILS_PORT (8082), TGR_CLUSTER_INSPECTOR_PORT (8083),
			TGR_SANDBOX_PORT (8090), TGR_SANDBOX_CLUSTER_PORT (8091).
			DEBUG=True tells more. All variables may stand in a file called .env.
			""";

	private static final LauncherOptions NONE = new LauncherOptions(false, false, false, null, null);

	static LauncherOptions parse(String... arguments) {
		LauncherOptions options = NONE;
		for (String argument : arguments) {
			options = options.with(argument);
		}
		return options;
	}

	private LauncherOptions with(String argument) {
		int equals = argument.indexOf('=');
		String name = (equals < 0) ? argument : argument.substring(0, equals);
		String value = (equals < 0) ? "" : argument.substring(equals + 1);
		return switch ((equals < 0 || takesValue(name)) ? name : argument) {
			case "--help", "-h" -> new LauncherOptions(true, this.live, this.anonymous, this.port, this.sandboxDay);
			case "--live" -> new LauncherOptions(this.help, true, this.anonymous, this.port, this.sandboxDay);
			case "--anonymous" -> new LauncherOptions(this.help, this.live, true, this.port, this.sandboxDay);
			case "--port" ->
				new LauncherOptions(this.help, this.live, this.anonymous, Port.parse(name, value), this.sandboxDay);
			case "--sandbox-day" ->
				new LauncherOptions(this.help, this.live, this.anonymous, this.port, day(name, value));
			default -> throw new StartException("Unknown option '" + argument
					+ "': known are --live, --anonymous, --port=NUMBER, --sandbox-day=YYYY-MM-DD and --help.");
		};
	}

	private static boolean takesValue(String name) {
		return "--port".equals(name) || "--sandbox-day".equals(name);
	}

	private static LocalDate day(String name, String value) {
		try {
			return LocalDate.parse(value);
		}
		catch (DateTimeException ex) {
			throw new StartException(name + " takes a day such as 2026-11-22, not '" + value + "'.", ex);
		}
	}

}
