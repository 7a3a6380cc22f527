package io.tgr.local;

import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What the contexts of one JVM cannot have each for itself.
 */
final class JvmSettings {

	private JvmSettings() {
	}

	/**
	 * Sets logging up once for all, by {@code logback.xml}: the last context to start, or
	 * the first to close, would change it for the others.
	 * @param debug whether to log verbosely
	 */
	static void apply(boolean debug) {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		System.setProperty("spring.main.banner-mode", "off");
		System.setProperty("java.awt.headless", "true");
		if (debug) {
			System.setProperty("tgr.log.own", "DEBUG");
			System.setProperty("tgr.log.others", "INFO");
			System.setProperty("tgr.log.failures", "ERROR");
		}
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
	}

}
