package io.tgr.trending.shapes.feed;

import java.nio.charset.StandardCharsets;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;

/**
 * Writes feeds as XML.
 */
final class FeedOutput {

	private FeedOutput() {
	}

	static byte[] bytes(WireFeed feed) {
		feed.setEncoding(StandardCharsets.UTF_8.name());
		try {
			return new WireFeedOutput().outputString(feed, false).getBytes(StandardCharsets.UTF_8);
		}
		catch (FeedException ex) {
			throw new IllegalStateException("A feed cannot be written", ex);
		}
	}

}
