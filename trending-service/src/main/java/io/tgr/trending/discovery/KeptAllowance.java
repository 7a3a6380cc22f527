package io.tgr.trending.discovery;

import java.util.Map;

import io.tgr.trending.memory.KeptRecords;

/**
 * What measuring has taken today.
 */
class KeptAllowance implements KeptRecords.Source {

	private static final String KEY = "day";

	private final MeasuringAllowance allowance;

	KeptAllowance(MeasuringAllowance allowance) {
		this.allowance = allowance;
	}

	@Override
	public Map<String, byte[]> current() {
		return Map.of(KEY, this.allowance.toRecord());
	}

	@Override
	public void take(String key, byte[] value, KeptRecords.Origin origin) {
		this.allowance.restore(value);
	}

}
