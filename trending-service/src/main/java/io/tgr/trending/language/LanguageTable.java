package io.tgr.trending.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.UriUtils;

/**
 * Reads {@code languages.csv}: name, type, colour, aliases, repositories in the data.
 */
final class LanguageTable {

	private LanguageTable() {
	}

	static List<Language> read() {
		try {
			String text = new ClassPathResource("languages.csv", LanguageTable.class)
				.getContentAsString(StandardCharsets.UTF_8);
			return text.lines().skip(1).map(LanguageTable::language).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Language language(String line) {
		String[] cells = line.split(",", -1);
		List<String> aliases = Arrays.stream(cells[3].toLowerCase(Locale.ROOT).split(" "))
			.filter((alias) -> !alias.isEmpty())
			.toList();
		return new Language(cells[0], urlParam(cells[0]), (cells[2].isEmpty()) ? null : cells[2], aliases,
				Integer.parseInt(cells[4]));
	}

	private static String urlParam(String name) {
		return UriUtils.encode(name.toLowerCase(Locale.ROOT).replace(' ', '-'), StandardCharsets.UTF_8);
	}

}
