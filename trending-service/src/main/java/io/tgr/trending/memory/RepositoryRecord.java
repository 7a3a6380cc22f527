package io.tgr.trending.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.Sightings;
import io.tgr.trending.pool.StarDays;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * A tracked repository as bytes. The first byte is the format; whoever changes what
 * follows gives it the next number and goes on reading the ones before.
 */
final class RepositoryRecord {

	static final int FORMAT = 1;

	private static final int MOST_WORDS = 20_000;

	private static final String GITHUB = "https://github.com/";

	// Languages, licences and topics are the same few thousand words again and again.
	private final Map<String, String> words = new ConcurrentHashMap<>();

	byte[] write(TrackedRepository repository) {
		Candidate candidate = repository.candidate();
		RecordWriter writer = new RecordWriter(FORMAT).number(candidate.id()).text(candidate.fullName());
		boolean usual = candidate.url().equals(GITHUB + candidate.fullName());
		writer.text((usual) ? null : candidate.url())
			.text(candidate.description())
			.text(candidate.language())
			.list(candidate.topics(), RecordWriter::text)
			.text(candidate.license())
			.time(candidate.createdAt())
			.time(candidate.pushedAt())
			.number(candidate.stars())
			.number(candidate.forks())
			.time(candidate.seenAt());
		write(repository.history(), writer);
		return writer.bytes(repository.sightings().toBytes())
			.list(repository.formerNames(), RecordWriter::text)
			.toBytes();
	}

	TrackedRepository read(byte[] bytes) {
		RecordReader reader = new RecordReader(bytes, FORMAT);
		Candidate candidate = candidate(reader);
		StarHistory history = history(reader);
		Sightings sightings = Sightings.of(reader.bytes());
		return new TrackedRepository(candidate, history, sightings, reader.list(RecordReader::requiredText));
	}

	private Candidate candidate(RecordReader reader) {
		long id = reader.number();
		String fullName = reader.requiredText();
		String url = reader.text();
		String description = reader.text();
		String language = word(reader.text());
		List<String> topics = reader.list((topic) -> shared(topic.requiredText()));
		return new Candidate(id, fullName, (url != null) ? url : GITHUB + fullName, description, language, topics,
				word(reader.text()), reader.requiredTime(), reader.time(), reader.number(), reader.number(),
				reader.requiredTime());
	}

	private @Nullable String word(@Nullable String text) {
		return (text != null) ? shared(text) : null;
	}

	private String shared(String text) {
		String known = this.words.get(text);
		if (known == null && this.words.size() < MOST_WORDS) {
			known = this.words.putIfAbsent(text, text);
		}
		return (known != null) ? known : text;
	}

	private static void write(@Nullable StarHistory history, RecordWriter writer) {
		writer.flag(history != null);
		if (history != null) {
			Long total = history.total();
			writer.signed(history.from().toEpochDay())
				.list(history.days(), (target, stars) -> target.number(stars))
				.number(history.today())
				.time(history.asOf())
				.number((total != null) ? total + 1 : 0);
		}
	}

	private static @Nullable StarHistory history(RecordReader reader) {
		if (!reader.flag()) {
			return null;
		}
		LocalDate from = LocalDate.ofEpochDay(reader.signed());
		StarDays days = StarDays.of(reader.smalls());
		int today = reader.small();
		Instant asOf = reader.requiredTime();
		long total = reader.number();
		return new StarHistory(from, days, today, asOf, (total > 0) ? total - 1 : null);
	}

}
