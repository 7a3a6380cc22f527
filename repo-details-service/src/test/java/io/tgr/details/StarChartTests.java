package io.tgr.details;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class StarChartTests {

	private static final Instant AS_OF = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void tellsItsContentToThoseWhoDoNotSeeIt() throws Exception {
		Document chart = chart(List.of(0, 1, 1234), false);
		assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
		assertThat(text(chart, "title")).isEqualTo("o/n: stars per day");
		assertThat(text(chart, "desc"))
			.isEqualTo("o/n gained 1,235 stars from 2026-11-19 to 2026-11-21, at most 1,234 a day.");
	}

	@Test
	void hasABarForEachDayWithStars() throws Exception {
		String path = bars(chart(List.of(0, 5, 10), false));
		assertThat(path.chars().filter((character) -> character == 'M')).hasSize(2);
		assertThat(path).contains("v-58.0").contains("v-116.0");
	}

	@Test
	void isEmptyWithoutStars() throws Exception {
		assertThat(bars(chart(List.of(0, 0), false))).isEmpty();
	}

	@Test
	void saysHowOldItIsWhenStale() throws Exception {
		assertThat(text(chart(List.of(1), true), "desc")).endsWith("As of 2026-11-22T12:00:00Z.");
	}

	@Test
	void holdsAYear() throws Exception {
		String path = bars(chart(Collections.nCopies(365, 3), false));
		assertThat(path.chars().filter((character) -> character == 'M')).hasSize(365);
	}

	@Test
	void isTheSameInEveryLocale() throws Exception {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG"));
			assertThat(text(chart(List.of(1234), false), "desc")).contains("1,234");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static Document chart(List<Integer> days, boolean stale) throws Exception {
		StarWindow window = new StarWindow(StarWindow.day(AS_OF).minusDays(days.size()), days, 0);
		String svg = StarChart.of(RepositoryStars.of("o/n", window, AS_OF, stale, 2000L, 0));
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(Document chart, String element) {
		return chart.getElementsByTagName(element).item(0).getTextContent();
	}

	private static String bars(Document chart) {
		return chart.getElementsByTagName("path").item(0).getAttributes().getNamedItem("d").getTextContent();
	}

}
