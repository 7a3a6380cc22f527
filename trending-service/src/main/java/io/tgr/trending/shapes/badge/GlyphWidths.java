package io.tgr.trending.shapes.badge;

/**
 * How wide a text is in Verdana at 11 pixels, the font that badges are written in.
 * Whatever else a reader has is fitted into the same width.
 */
final class GlyphWidths {

	private static final double SIZE = 11;

	private static final double EM = 2048;

	private static final int FIRST = ' ';

	// From the space to the tilde, in units of which 2048 make an em.
	private static final int[] ADVANCES = { 720, 806, 940, 1676, 1302, 2204, 1488, 550, 930, 930, 1302, 1676, 745, 930,
			745, 930, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 930, 930, 1676, 1676, 1676, 1117,
			2048, 1400, 1404, 1430, 1578, 1295, 1177, 1588, 1539, 862, 931, 1419, 1140, 1726, 1532, 1612, 1235, 1612,
			1424, 1400, 1262, 1499, 1400, 2025, 1403, 1260, 1403, 930, 930, 930, 1676, 1302, 1302, 1230, 1276, 1067,
			1276, 1220, 720, 1276, 1296, 562, 705, 1212, 562, 1992, 1296, 1243, 1276, 1276, 874, 1067, 807, 1296, 1212,
			1676, 1212, 1212, 1076, 1300, 930, 1300, 1676 };

	private GlyphWidths() {
	}

	static int of(String text) {
		return (int) Math.ceil(text.codePoints().mapToDouble(GlyphWidths::advance).sum() / EM * SIZE);
	}

	private static double advance(int character) {
		int glyph = character - FIRST;
		return (glyph >= 0 && glyph < ADVANCES.length) ? ADVANCES[glyph] : EM;
	}

}
