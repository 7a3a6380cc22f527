package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.tgr.trending.memory.KeptRecords;
import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * When somebody last asked for each scope, on any replica: whoever refreshes has to know.
 */
class KeptDemand implements KeptRecords.Source {

	private static final int FORMAT = 1;

	// Interest lasts for hours, so not every question is worth a record.
	private static final long COARSE = 600_000;

	private final Sweeps sweeps;

	KeptDemand(Sweeps sweeps) {
		this.sweeps = sweeps;
	}

	@Override
	public Map<String, byte[]> current() {
		Map<String, byte[]> records = new HashMap<>();
		this.sweeps.all().forEach((sweep) -> {
			Instant askedAt = sweep.askedAt();
			if (askedAt != null) {
				Instant coarse = Instant.ofEpochMilli(askedAt.toEpochMilli() / COARSE * COARSE);
				records.put(KeptSweeps.key(sweep.scope()), new RecordWriter(FORMAT).time(coarse).toBytes());
			}
		});
		return records;
	}

	@Override
	public void take(String key, byte[] value, KeptRecords.Origin origin) {
		Instant askedAt = new RecordReader(value, FORMAT).requiredTime();
		this.sweeps.of(KeptSweeps.scope(key)).askedElsewhere(askedAt);
	}

}
