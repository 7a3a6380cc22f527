package io.tgr.sandbox.github.fault;

import java.util.Base64;
import java.util.Random;

/**
 * The page that GitHub's front sends when nothing behind it answers: HTML, and large.
 */
final class Unicorn {

	/**
	 * The size of the page that was recorded.
	 */
	static final int SIZE = 54_808;

	private static final String HEAD = """
			<!DOCTYPE html>
			<!--

			Hello future GitHubber! This page is the sandbox's own.

			-->
			<html>
			  <head>
			    <meta http-equiv="Content-type" content="text/html; charset=utf-8">
			    <title>Unicorn! &middot; GitHub</title>
			  </head>
			  <body>
			    <div class="container">
			      <img width="200" alt="" src="data:image/png;base64,""";

	private static final String TAIL = """
			">
			      <h1>No server is currently available to service your request.</h1>
			      <p>Sorry about that. Please try refreshing and contact us if the problem persists.</p>
			      <div id="suggestions"><a href="https://www.githubstatus.com">GitHub Status</a></div>
			    </div>
			  </body>
			</html>
			""";

	private static final String PAGE = HEAD + picture(SIZE - HEAD.length() - TAIL.length()) + TAIL;

	private Unicorn() {
	}

	static String page() {
		return PAGE;
	}

	private static String picture(int size) {
		byte[] noise = new byte[size];
		new Random(503).nextBytes(noise);
		return Base64.getEncoder().encodeToString(noise).substring(0, size);
	}

}
