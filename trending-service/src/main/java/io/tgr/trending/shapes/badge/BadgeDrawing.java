package io.tgr.trending.shapes.badge;

import java.nio.charset.StandardCharsets;

import io.tgr.trending.shapes.XmlText;

/**
 * Draws badges as SVG.
 */
final class BadgeDrawing {

	private static final String LABEL = "trending";

	private static final int PADDING = 6;

	private static final int LABEL_TEXT = GlyphWidths.of(LABEL);

	private static final String DRAWING = """
			<svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" viewBox="0 0 %1$d 20" role="img" \
			aria-label="trending: %2$s"><title>%3$s</title>\
			<path fill="#444" d="M3 0h%4$dv20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>\
			<path fill="%5$s" d="M%6$d 0h%7$da3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%7$dz"/>\
			<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">\
			<text x="%8$d" y="14" textLength="%9$d" lengthAdjust="spacingAndGlyphs">trending</text>\
			<text x="%10$d" y="14" textLength="%11$d" lengthAdjust="spacingAndGlyphs">%2$s</text></g></svg>
			""";

	private BadgeDrawing() {
	}

	static byte[] of(Badge badge) {
		int label = LABEL_TEXT + 2 * PADDING;
		int text = GlyphWidths.of(badge.message());
		int message = text + 2 * PADDING;
		return DRAWING
			.formatted(label + message, XmlText.escaped(badge.message()), XmlText.escaped(badge.title()), label - 3,
					badge.colour(), label, message - 3, PADDING, LABEL_TEXT, label + PADDING, text)
			.getBytes(StandardCharsets.UTF_8);
	}

}
