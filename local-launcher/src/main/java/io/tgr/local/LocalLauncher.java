package io.tgr.local;

/**
 * Starts everything in one JVM.
 */
public final class LocalLauncher {

	private LocalLauncher() {
	}

	public static void main(String[] args) {
	}

}
