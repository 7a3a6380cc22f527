package io.tgr.trending.shapes.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Shortcomings;
import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;
import io.tgr.trending.shapes.XmlText;

/**
 * A ranking as an Atom feed (RFC 4287).
 */
final class AtomShape implements AnswerShape {

	static final String PATH = "/trending.atom";

	private final FeedProperties properties;

	private final FeedIds ids;

	AtomShape(FeedProperties properties) {
		this.properties = properties;
		this.ids = new FeedIds(properties.authority());
	}

	@Override
	public MediaType type() {
		return MediaType.APPLICATION_ATOM_XML;
	}

	@Override
	public void describe(TrendingAnswer answer, HttpHeaders headers) {
		Shortcomings.describe(answer, headers);
	}

	@Override
	public byte[] write(TrendingQuery query, TrendingAnswer answer) {
		Feed feed = new Feed("atom_1.0");
		feed.setId(this.ids.feed(query));
		feed.setTitle(FeedTexts.title(answer));
		feed.setSubtitle(content("text", FeedTexts.subtitle(answer)));
		feed.setUpdated(FeedTexts.updated(answer));
		feed.setAuthors(List.of(person("tgr", null)));
		feed.setGenerator(generator());
		String self = this.properties.address(PATH, query.text());
		if (self != null) {
			feed.setOtherLinks(List.of(link("self", self, type().toString())));
		}
		List<Entry> entries = new ArrayList<>();
		answer.items().forEach((row) -> entries.add(entry(answer, row)));
		feed.setEntries(entries);
		return FeedOutput.bytes(feed);
	}

	private Entry entry(TrendingAnswer answer, TrendingRow row) {
		Entry entry = new Entry();
		entry.setId(this.ids.entry(answer, row));
		entry.setTitle(row.fullName());
		entry.setUpdated(FeedTexts.windowEnd(answer));
		entry.setAlternateLinks(List.of(link("alternate", row.url(), MediaType.TEXT_HTML_VALUE)));
		String owner = row.fullName().substring(0, row.fullName().indexOf('/'));
		entry.setAuthors(List.of(person(owner, URI.create(row.url()).resolve("/" + owner).toString())));
		entry.setCategories(Stream.concat(Stream.ofNullable(row.language()), row.topics().stream())
			.distinct()
			.map(AtomShape::category)
			.toList());
		entry.setContents(List.of(content("html", FeedTexts.html(answer, row))));
		return entry;
	}

	private static Category category(String term) {
		Category category = new Category();
		category.setTerm(XmlText.clean(term));
		return category;
	}

	private static Content content(String type, String value) {
		Content content = new Content();
		content.setType(type);
		content.setValue(value);
		return content;
	}

	private static Link link(String relation, String target, String type) {
		Link link = new Link();
		link.setRel(relation);
		link.setHref(target);
		link.setType(type);
		return link;
	}

	private static Person person(String name, @Nullable String address) {
		Person person = new Person();
		person.setName(name);
		person.setUri(address);
		return person;
	}

	private static Generator generator() {
		Generator generator = new Generator();
		generator.setValue("tgr");
		return generator;
	}

}
