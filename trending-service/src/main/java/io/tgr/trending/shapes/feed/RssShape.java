package io.tgr.trending.shapes.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Shortcomings;
import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;
import io.tgr.trending.shapes.XmlText;

/**
 * A ranking as an RSS 2.0 feed.
 */
final class RssShape implements AnswerShape {

	static final String PATH = "/trending.rss";

	private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

	private final FeedProperties properties;

	private final FeedIds ids;

	RssShape(FeedProperties properties) {
		this.properties = properties;
		this.ids = new FeedIds(properties.authority());
	}

	@Override
	public MediaType type() {
		return MediaType.APPLICATION_RSS_XML;
	}

	@Override
	public void describe(TrendingAnswer answer, HttpHeaders headers) {
		Shortcomings.describe(answer, headers);
	}

	@Override
	public byte[] write(TrendingQuery query, TrendingAnswer answer) {
		Channel channel = new Channel("rss_2.0");
		channel.setTitle(FeedTexts.title(answer));
		channel.setDescription(FeedTexts.subtitle(answer));
		channel.setLink(page(answer));
		channel.setLastBuildDate(FeedTexts.updated(answer));
		channel.setGenerator("tgr");
		String self = this.properties.address(PATH, query.text());
		if (self != null) {
			channel.getForeignMarkup().add(self(self));
		}
		List<Item> items = new ArrayList<>();
		answer.items().forEach((row) -> items.add(item(answer, row)));
		channel.setItems(items);
		return FeedOutput.bytes(channel);
	}

	private Item item(TrendingAnswer answer, TrendingRow row) {
		Item item = new Item();
		Guid guid = new Guid();
		guid.setPermaLink(false);
		guid.setValue(this.ids.entry(answer, row));
		item.setGuid(guid);
		item.setTitle(row.fullName());
		item.setLink(row.url());
		item.setPubDate(FeedTexts.windowEnd(answer));
		Description description = new Description();
		description.setType(MediaType.TEXT_HTML_VALUE);
		description.setValue(FeedTexts.html(answer, row));
		item.setDescription(description);
		item.setCategories(Stream.concat(Stream.ofNullable(row.language()), row.topics().stream())
			.distinct()
			.map(RssShape::category)
			.toList());
		return item;
	}

	// A channel has to have the address of a page: the one people know the list from.
	private static String page(TrendingAnswer answer) {
		String language = (answer.language().size() == 1) ? "/" + UriUtils
			.encode(answer.language().get(0).toLowerCase(Locale.ROOT).replace(' ', '-'), StandardCharsets.UTF_8) : "";
		return "https://github.com/trending%s?since=%s".formatted(language, answer.window());
	}

	private static Element self(String address) {
		Element link = new Element("link", ATOM);
		link.setAttribute("rel", "self");
		link.setAttribute("type", MediaType.APPLICATION_RSS_XML_VALUE);
		link.setAttribute("href", address);
		return link;
	}

	private static Category category(String value) {
		Category category = new Category();
		category.setValue(XmlText.clean(value));
		return category;
	}

}
