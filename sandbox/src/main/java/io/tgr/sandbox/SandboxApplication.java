package io.tgr.sandbox;

import io.tgr.sandbox.github.GithubSandbox;

/** Runs the stand-in for GitHub by itself. */
public final class SandboxApplication {

	private SandboxApplication() {
	}

	/**
	 * Start.
	 * @param arguments settings arguments, such as {@code --server.port=8090}
	 */
	public static void main(String[] arguments) {
		GithubSandbox.application().run(arguments);
	}

}
