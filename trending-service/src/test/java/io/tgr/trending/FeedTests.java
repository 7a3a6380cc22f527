package io.tgr.trending;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import javax.xml.transform.stream.StreamSource;

import com.apptasticsoftware.rssreader.DateTime;
import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.helger.schematron.pure.SchematronResourcePure;
import com.helger.schematron.svrl.SVRLHelper;
import com.helger.schematron.svrl.jaxb.SchematronOutputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The feeds, read by a reader of others and held to the rules of Atom.
 */
class FeedTests extends ShapedAnswers {

	private static final String UPDATED = "2026-11-22T00:00:00Z";

	@ParameterizedTest
	@ValueSource(strings = { "/trending.atom", "/trending.rss" })
	void aReaderFindsTheRowsInTheirOrder(String path) throws Exception {
		List<Item> items = read(path + "?language=java&window=weekly&limit=10");
		assertThat(items).hasSize(10);
		Item first = items.get(0);
		assertThat(first.getTitle()).contains(FIRST);
		assertThat(first.getLink()).contains("https://github.com/" + FIRST);
		assertThat(first.getGuid()).contains("tag:localhost,2026:trending/weekly/2026-W47/4711");
		assertThat(new DateTime().toInstant(first.getPubDate().or(first::getUpdated).orElseThrow()))
			.hasToString(UPDATED);
		assertThat(first.getCategories()).containsExactly("Java", "ai", "c-plus");
		assertThat(items).extracting((item) -> item.getTitle().orElseThrow())
			.isEqualTo(names("/trending?language=java&window=weekly&limit=10"));
		assertThat(items).extracting((item) -> item.getGuid().orElseThrow()).doesNotHaveDuplicates();
	}

	@Test
	void aChannelSaysWhatItIsOf() throws Exception {
		Item rss = read("/trending.rss?language=java&language=kotlin").get(0);
		assertThat(rss.getChannel().getTitle()).isEqualTo("Trending on GitHub: Java, Kotlin, daily");
		assertThat(rss.getChannel().getLastBuildDate()).contains("Sun, 22 Nov 2026 04:00:00 GMT");
		assertThat(read("/trending.rss").get(0).getChannel().getTitle())
			.isEqualTo("Trending on GitHub: all languages, daily");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending.atom", "/trending.rss" })
	void aDescriptionIsTextWhateverIsInIt(String path) throws Exception {
		Item first = read(path + "?language=java").get(0);
		String html = first.getContent().or(first::getDescription).orElseThrow();
		assertThat(html).startsWith(
				"<p>=cmd|&#39; /C calc&#39;!A0 &lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; [31m end\ud83e\udd80 ]]&gt; café,")
			.contains("<p>#1 · 900 stars gained in a day · 20,000 stars · 700 forks · Java · MIT</p>");
	}

	@Test
	void atomIsAsItsRulesWant() throws Exception {
		SchematronOutputType result = Objects
			.requireNonNull(SchematronResourcePure.fromClassPath("io/tgr/trending/shapes/atom.sch")
				.applySchematronValidationToSVRL(
						new StreamSource(new StringReader(text("/trending.atom?language=java&limit=100")))));
		assertThat(SVRLHelper.getAllFailedAssertions(result)).isEmpty();
		assertThat(result.getActivePatternAndFiredRuleAndFailedAssertCount()).isGreaterThan(300);
	}

	@Test
	void theRulesOfAtomWouldNoticeAFault() throws Exception {
		String broken = text("/trending.atom?language=java&limit=1").replaceAll("<updated>[^<]*</updated>", "");
		assertThat(SVRLHelper
			.getAllFailedAssertions(SchematronResourcePure.fromClassPath("io/tgr/trending/shapes/atom.sch")
				.applySchematronValidationToSVRL(new StreamSource(new StringReader(broken)))))
			.hasSize(2);
	}

	@Test
	void aFeedLinksToItself() {
		assertThat(text("/trending.atom?limit=3&language=c%2B%2B")).contains(
				"href=\"https://trending.example.org/trending.atom?language=C%2B%2B&amp;window=daily&amp;limit=3\"");
		assertThat(text("/trending.rss?topic=ai"))
			.contains("href=\"https://trending.example.org/trending.rss?window=daily&amp;topic=ai\"");
	}

	@ParameterizedTest
	@CsvSource({ "daily, 2026-11-21", "weekly, 2026-W47", "monthly, 2026-11" })
	void aRepositoryIsToldOnceForAsLongAsTheWindowIs(String window, String span) throws Exception {
		String query = "/trending.atom?language=java&limit=1&window=" + window;
		String id = read(query).get(0).getGuid().orElseThrow();
		assertThat(id).isEqualTo("tag:localhost,2026:trending/%s/%s/4711", window, span);
		this.pool.measured(FIRST, new StarHistory(Repositories.YESTERDAY.minusDays(29), Collections.nCopies(30, 950), 9,
				ApiContext.NOW.plusSeconds(60)));
		this.pool.renamed(FIRST, "Ada/engine");
		Item changed = read(query).get(0);
		assertThat(changed.getTitle()).contains("Ada/engine");
		assertThat(changed.getGuid()).contains(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending.atom", "/trending.rss" })
	void aFeedSaysWhatIsWanting(String path) {
		incomplete();
		assertSaysThatItIsWanting(headers(path + "?language=java"));
		assertThat(text(path + "?language=java")).contains("Older than it should be since 2026-11-22T04:00:00Z: quota.")
			.contains("Not complete: quota.");
	}

	@ParameterizedTest
	@CsvSource({ "/trending.atom, application/rss+xml", "/trending.rss, 'text/xml, application/atom+xml'" })
	void aReaderOfOneTakesTheOther(String path, String accept) {
		this.client.request(HttpMethod.GET, path).header(HttpHeaders.ACCEPT, accept).exchange().expectStatus().isOk();
	}

	@Test
	void detailsAreNotAmongItsParameters() {
		assertThat(this.client.problem("/trending.atom?details=true", 400).get("parameter").asString())
			.isEqualTo("details");
	}

	private List<String> names(String uri) {
		List<String> names = new ArrayList<>();
		this.client.get(uri).get("items").forEach((row) -> names.add(row.get("fullName").asString()));
		return names;
	}

	private List<Item> read(String path) throws Exception {
		return new RssReader().read(address(path).toString()).toList();
	}

}
