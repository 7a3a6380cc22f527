package io.tgr.trending.discovery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.memory.KeptRecords;
import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;
import io.tgr.trending.record.UnreadableRecordException;

/**
 * How far each sweep has come, as bytes by scope.
 */
class KeptSweeps implements KeptRecords.Source {

	private static final int FORMAT = 1;

	private static final String ALL = "*";

	private final Sweeps sweeps;

	KeptSweeps(Sweeps sweeps) {
		this.sweeps = sweeps;
	}

	@Override
	public Map<String, byte[]> current() {
		Map<String, byte[]> records = new HashMap<>();
		this.sweeps.all().forEach((sweep) -> records.put(key(sweep.scope()), write(sweep.memo())));
		return records;
	}

	@Override
	public void take(String key, byte[] value, KeptRecords.Origin origin) {
		SweepMemo memo = read(value);
		this.sweeps.of(scope(key)).restore((origin == KeptRecords.Origin.START) ? memo.unhindered() : memo);
	}

	static String key(Scope scope) {
		String language = scope.language();
		return (language != null) ? URLEncoder.encode(language, StandardCharsets.UTF_8) : ALL;
	}

	static Scope scope(String key) {
		return (key.equals(ALL)) ? Scope.ALL : new Scope(URLDecoder.decode(key, StandardCharsets.UTF_8));
	}

	private static byte[] write(SweepMemo memo) {
		FirstPage first = memo.firstPage();
		RecordWriter writer = new RecordWriter(FORMAT).flag(first != null);
		if (first != null) {
			writer.number(first.total()).number(first.floor());
		}
		LocalDate currentTo = memo.currentTo();
		writer.time(memo.searchedAt())
			.time(memo.triedAt())
			.signed((currentTo != null) ? currentTo.toEpochDay() : Integer.MIN_VALUE)
			.time(memo.asOf())
			.number(memo.turns())
			.number(memo.depth())
			.number(memo.newcomers())
			.flag(memo.swept());
		for (Obstacles.Work work : Obstacles.Work.values()) {
			writer.text(memo.obstacles().get(work));
		}
		return writer.time(memo.staleSince()).toBytes();
	}

	private static SweepMemo read(byte[] value) {
		RecordReader reader = new RecordReader(value, FORMAT);
		FirstPage first = (reader.flag()) ? new FirstPage(reader.number(), reader.number()) : null;
		Instant searchedAt = reader.time();
		Instant triedAt = reader.time();
		LocalDate currentTo = day(reader.signed());
		Instant asOf = reader.time();
		int turns = reader.small();
		int depth = reader.small();
		int newcomers = reader.small();
		boolean swept = reader.flag();
		Map<Obstacles.Work, String> obstacles = new EnumMap<>(Obstacles.Work.class);
		for (Obstacles.Work work : Obstacles.Work.values()) {
			String word = reader.text();
			if (word != null) {
				obstacles.put(work, word);
			}
		}
		return new SweepMemo(first, searchedAt, triedAt, currentTo, asOf, turns, depth, newcomers, swept, obstacles,
				reader.time());
	}

	private static @Nullable LocalDate day(long epochDay) {
		if (epochDay == Integer.MIN_VALUE) {
			return null;
		}
		if (Math.abs(epochDay) > 1_000_000) {
			throw new UnreadableRecordException("day %d".formatted(epochDay));
		}
		return LocalDate.ofEpochDay(epochDay);
	}

}
