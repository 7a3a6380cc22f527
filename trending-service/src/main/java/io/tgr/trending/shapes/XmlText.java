package io.tgr.trending.shapes;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Texts of others as XML can carry them.
 */
public final class XmlText {

	private XmlText() {
	}

	/**
	 * Leaves out what XML has no way to write: control characters and halves of others.
	 * @param text a text
	 * @return what is left of it
	 */
	public static String clean(@Nullable String text) {
		StringBuilder clean = new StringBuilder();
		if (text != null) {
			text.codePoints().filter(XmlText::isXml).forEach(clean::appendCodePoint);
		}
		return clean.toString().strip();
	}

	/**
	 * Writes a text so that it is one, in XML and in HTML.
	 * @param text a text
	 * @return the text, cleaned and escaped
	 */
	public static String escaped(@Nullable String text) {
		return HtmlUtils.htmlEscape(clean(text), "UTF-8");
	}

	private static boolean isXml(int character) {
		return character == '\t' || character == '\n' || character == '\r' || (character >= 0x20 && character < 0xD800)
				|| (character >= 0xE000 && character < 0xFFFE) || character >= 0x10000;
	}

}
