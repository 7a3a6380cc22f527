package io.tgr.trending;

import java.io.ByteArrayInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The badges, read by an XML parser.
 */
class BadgeTests extends ShapedAnswers {

	@ParameterizedTest
	@CsvSource({ "'', #1 today", "?window=daily, #1 today", "?window=monthly, #1 this month",
			"?language=java, #1 Java today", "?language=JAVA&window=weekly, #1 Java this week",
			"?language=all, #1 today", "?language=kotlin, not now" })
	void saysThePlaceAskedFor(String query, String message) throws Exception {
		assertThat(badge("/trending/" + FIRST + "/badge.svg" + query).getAttribute("aria-label"))
			.isEqualTo("trending: " + message);
	}

	@Test
	void saysTheBestPlaceInItsLanguageIfThatIsTheBest() throws Exception {
		add(2, "o/second", null, 850);
		String name = this.client.get("/trending?language=kotlin&window=weekly&limit=1")
			.at("/items/0/fullName")
			.asString();
		assertThat(badge("/trending/" + name + "/badge.svg").getAttribute("aria-label")).contains("#1 Kotlin ");
	}

	@Test
	void readsNothingFromTheStore() throws Exception {
		int before = this.store.gets.get();
		badge("/trending/" + FIRST + "/badge.svg");
		assertThat(this.store.gets).hasValue(before);
	}

	@Test
	void isReadByWhoCannotSeeIt() throws Exception {
		Element badge = badge("/trending/ada-lovelace/ENGINE/badge.svg");
		assertThat(badge.getAttribute("role")).isEqualTo("img");
		assertThat(badge.getElementsByTagName("title").item(0).getTextContent())
			.isEqualTo("Ada-Lovelace/engine is trending: #1 today (2026-11-21)");
		NodeList texts = badge.getElementsByTagName("text");
		assertThat(texts.item(0).getTextContent()).isEqualTo("trending");
		assertThat(texts.item(1).getTextContent()).isEqualTo("#1 today");
		int width = Integer.parseInt(badge.getAttribute("width"));
		int label = Integer.parseInt(((Element) texts.item(0)).getAttribute("textLength"));
		int message = Integer.parseInt(((Element) texts.item(1)).getAttribute("textLength"));
		assertThat(width).isEqualTo(label + message + 24);
		assertThat(label).isBetween(45, 52);
	}

	@Test
	void isAPictureForWhoIsFarBehindToo() throws Exception {
		String last = this.client.get("/trending?language=java&sort=gained&offset=130&limit=1")
			.at("/items/0/fullName")
			.asString();
		assertThat(badge("/trending/" + last + "/badge.svg?window=daily&language=java").getAttribute("aria-label"))
			.isEqualTo("trending: not now");
	}

	@ParameterizedTest
	@CsvSource({ "nobody/nothing", "%3Cscript%3E/%22%26" })
	void isAPictureForWhoIsNotTracked(String name) throws Exception {
		assertThat(badge("/trending/" + name + "/badge.svg").getAttribute("aria-label"))
			.isEqualTo("trending: not tracked");
	}

	@Test
	void mayBeKeptForMinutes() {
		assertThat(headers("/trending/" + FIRST + "/badge.svg").getCacheControl()).isEqualTo("max-age=300, public");
	}

	@ParameterizedTest
	@CsvSource({ "?window=yearly, window", "?language=jaav, language", "?colour=red, colour" })
	void refusesWhatItDoesNotKnow(String query, String parameter) {
		assertThat(this.client.problem("/trending/" + FIRST + "/badge.svg" + query, 400).get("parameter").asString())
			.isEqualTo(parameter);
	}

	private Element badge(String path) throws Exception {
		DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
		parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		Element svg = parsers.newDocumentBuilder()
			.parse(new ByteArrayInputStream(this.client.exchange(path, "identity").getResponseBody()))
			.getDocumentElement();
		assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
		assertThat(svg.getLocalName()).isEqualTo("svg");
		return svg;
	}

}
