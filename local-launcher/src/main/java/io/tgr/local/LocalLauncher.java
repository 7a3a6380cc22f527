package io.tgr.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

import io.tgr.common.start.DotEnv;

/**
 * Starts everything in one JVM.
 */
public final class LocalLauncher {

	private final PrintStream out;

	private final PrintStream err;

	private LocalLauncher(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Starts everything, and leaves it running until the process is told to end.
	 * @param arguments the options, see {@code --help}
	 */
	public static void main(String[] arguments) {
		int status = new LocalLauncher(System.out, System.err).run(arguments, System.getenv());
		if (status != 0) {
			System.exit(status);
		}
	}

	private int run(String[] arguments, Map<String, String> environment) {
		try {
			LauncherOptions options = LauncherOptions.parse(arguments);
			if (options.help()) {
				this.out.print(LauncherOptions.HELP);
				return 0;
			}
			Variables variables = new Variables(DotEnv.read(Path.of(".env")), environment);
			Credentials.requireWhole(variables);
			return start(Settings.of(options, variables));
		}
		catch (StartException ex) {
			this.err.println(ex.sentence());
			return 1;
		}
		catch (FailureAnalyzedException ex) {
			this.err.println(ex.analysis().getDescription());
			return 1;
		}
	}

	private int start(Settings settings) {
		JvmSettings.apply(settings.debug());
		RunningParts parts = new RunningParts();
		Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
		try {
			Startup startup = new Startup(settings, parts, this.out, this.err);
			startup.run();
			return 0;
		}
		catch (StartException ex) {
			if (parts.isClosed()) {
				return 0;
			}
			parts.close();
			this.err.println(ex.sentence());
			return 1;
		}
	}

}
