package io.tgr.trending.archive;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarDays;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.ranking.Explanation;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Term;
import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;
import io.tgr.trending.record.UnreadableRecordException;

/**
 * A kept ranking as bytes, compressed. What a repository is about is not in it: that is
 * looked up as it is now.
 */
final class RankingRecord {

	static final int FORMAT = 1;

	private static final int LARGEST = 1 << 20;

	private static final double GROWTH = 1_000_000;

	private static final double SCORE = 100;

	private static final double VALUE = 10_000;

	private static final double WEIGHT = 1_000;

	private final Ranker ranker;

	private final LongFunction<@Nullable Candidate> present;

	RankingRecord(Ranker ranker, LongFunction<@Nullable Candidate> present) {
		this.ranker = ranker;
		this.present = present;
	}

	byte[] write(KeptRanking kept, List<RankedRepository> rows) {
		RecordWriter body = new RecordWriter(FORMAT).time(kept.asOf())
			.flag(kept.complete())
			.number(kept.candidates())
			.number(kept.measured())
			.list(kept.missing(), RecordWriter::text)
			.text(kept.formula())
			.number(kept.version());
		Map<String, Integer> terms = new LinkedHashMap<>();
		Map<RankedRepository, Explanation> explanations = new LinkedHashMap<>();
		for (RankedRepository row : rows) {
			Explanation explanation = this.ranker.explain(row);
			explanations.put(row, explanation);
			explanation.terms().forEach((term) -> terms.putIfAbsent(key(term), terms.size()));
		}
		body.list(terms.keySet(), RecordWriter::text);
		body.list(rows, (target, row) -> write(row, explanations.get(row), terms, target));
		return new RecordWriter(FORMAT).bytes(deflate(body.toBytes())).toBytes();
	}

	private static void write(RankedRepository row, @Nullable Explanation explanation, Map<String, Integer> terms,
			RecordWriter target) {
		Candidate candidate = row.candidate();
		Double growth = row.growth();
		target.number(candidate.id())
			.text(candidate.fullName())
			.text(candidate.language())
			.number(candidate.stars())
			.number(candidate.forks())
			.signed(candidate.createdAt().getEpochSecond())
			.list(row.history(), (days, day) -> days.number(day.stars()))
			.flag(growth != null)
			.signed((growth != null) ? Math.round(growth * GROWTH) : 0)
			.signed(Math.round(row.score() * SCORE));
		target.list((explanation != null) ? explanation.terms() : List.of(),
				(all, term) -> all.number(terms.getOrDefault(key(term), 0)).signed(Math.round(term.value() * VALUE)));
		target.list((explanation != null) ? explanation.suspicions() : List.of(), RecordWriter::text);
	}

	private static String key(Term term) {
		return term.name() + '=' + Math.round(term.weight() * WEIGHT);
	}

	KeptRanking read(byte[] bytes, Period period) {
		RecordReader body = new RecordReader(inflate(new RecordReader(bytes, FORMAT).bytes()), FORMAT);
		Instant asOf = body.requiredTime();
		boolean complete = body.flag();
		int candidates = body.small();
		int measured = body.small();
		List<String> missing = body.list(RecordReader::requiredText);
		String formula = body.requiredText();
		int version = body.small();
		List<Term> terms = body.list((reader) -> term(reader.requiredText()));
		List<RankedRepository> rows = body.list((reader) -> row(reader, period, asOf, terms));
		return new KeptRanking(Ranking.kept(period, candidates, rows), asOf, complete, candidates, measured, missing,
				formula, version);
	}

	private RankedRepository row(RecordReader reader, Period period, Instant asOf, List<Term> terms) {
		long id = reader.number();
		String fullName = reader.requiredText();
		String language = reader.text();
		long stars = reader.number();
		long forks = reader.number();
		Instant createdAt = Instant.ofEpochSecond(reader.signed());
		StarDays days = StarDays.of(reader.smalls());
		boolean grown = reader.flag();
		double growth = reader.signed() / GROWTH;
		double score = reader.signed() / SCORE;
		Candidate now = this.present.apply(id);
		Candidate then = new Candidate(id, fullName, (now != null) ? now.url() : "https://github.com/" + fullName,
				(now != null) ? now.description() : null, language, (now != null) ? now.topics() : List.of(),
				(now != null) ? now.license() : null, createdAt, (now != null) ? now.pushedAt() : null, stars, forks,
				asOf);
		List<Term> values = reader.list((each) -> value(each, terms));
		Explanation explanation = new Explanation(values, reader.list(RecordReader::requiredText));
		return RankedRepository.kept(then, new StarHistory(period.from(), days, 0, asOf, stars), period,
				(grown) ? growth : null, score, explanation);
	}

	private static Term term(String key) {
		int split = key.lastIndexOf('=');
		return new Term(key.substring(0, split), 0, Long.parseLong(key.substring(split + 1)) / WEIGHT);
	}

	private static Term value(RecordReader reader, List<Term> terms) {
		Term term = terms.get(reader.small());
		return new Term(term.name(), reader.signed() / VALUE, term.weight());
	}

	private static byte[] deflate(byte[] bytes) {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		try {
			deflater.setInput(bytes);
			deflater.finish();
			ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length / 2 + 64);
			byte[] part = new byte[8192];
			while (!deflater.finished()) {
				target.write(part, 0, deflater.deflate(part));
			}
			return target.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

	private static byte[] inflate(byte[] bytes) {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(bytes);
			ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length * 3 + 64);
			byte[] part = new byte[8192];
			while (!inflater.finished()) {
				int length = inflater.inflate(part);
				if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
					throw new UnreadableRecordException("compressed bytes without an end");
				}
				target.write(part, 0, length);
				if (target.size() > LARGEST) {
					throw new UnreadableRecordException("more than %d bytes".formatted(LARGEST));
				}
			}
			return target.toByteArray();
		}
		catch (DataFormatException ex) {
			throw new UnreadableRecordException("bytes that are not compressed", ex);
		}
		finally {
			inflater.end();
		}
	}

}
