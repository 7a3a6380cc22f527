package io.tgr.sandbox.github.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes a language where the sources do not have them: mostly the main language, some of
 * what usually stands beside it.
 */
final class LanguageRule {

	private static final List<String> COMPANIONS = List.of("Shell", "Dockerfile", "Makefile", "HTML", "CSS",
			"JavaScript", "Python", "Batchfile");

	private LanguageRule() {
	}

	static Map<String, Long> languages(RepositoryRow row, Seed seed) {
		if (row.languages() != null) {
			return row.languages();
		}
		if (row.language() == null || row.recorded()) {
			return (row.language() != null) ? Map.of(row.language(), 1_024L) : Map.of();
		}
		Map<String, Long> bytes = new LinkedHashMap<>();
		long main = sizeKb(row, seed) * (200 + seed.between("code", 0, 500)) + 512;
		bytes.put(row.language(), main);
		int others = (int) seed.between("companions", 0, 3);
		for (int index = 0; index < others; index++) {
			String companion = COMPANIONS.get((int) seed.between("companion" + index, 0, COMPANIONS.size() - 1L));
			main = Math.max(1, main / seed.between("share" + index, 3, 20));
			bytes.putIfAbsent(companion, main);
		}
		return bytes;
	}

	// The size where the sources do not have it: from 50 KB to 200 MB, small ones more
	// often.
	static long sizeKb(RepositoryRow row, Seed seed) {
		return (row.sizeKb() != null) ? row.sizeKb() : (long) (50 * Math.pow(4_000, seed.fraction("size")));
	}

}
