package io.tgr.local;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: one {@code NAME=value} a line, comments, quotes. A bad line is
 * told by its number only, since it may hold a secret.
 */
final class DotEnv {

	private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

	private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1\\s*(?:#.*)?");

	private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");

	private final Path file;

	DotEnv(Path file) {
		this.file = file;
	}

	/**
	 * Reads the file.
	 * @return its variables, none when there is no file
	 */
	Map<String, String> read() {
		Map<String, String> variables = new LinkedHashMap<>();
		List<String> lines = lines();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (!line.isEmpty() && !line.startsWith("#")) {
				read(line, i + 1, variables);
			}
		}
		return variables;
	}

	private List<String> lines() {
		if (!Files.isRegularFile(this.file)) {
			return List.of();
		}
		try {
			return Files.readAllLines(this.file);
		}
		catch (CharacterCodingException ex) {
			throw new StartException(this.file + " cannot be read: it is not UTF-8 text.", ex);
		}
		catch (IOException ex) {
			throw new StartException(this.file + " is there but cannot be read.", ex);
		}
	}

	private void read(String line, int number, Map<String, String> variables) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new StartException(
					"Line %d of %s is not NAME=value; comments begin with #.".formatted(number, this.file));
		}
		variables.put(matcher.group(1), value(matcher.group(2), number));
	}

	private String value(String text, int number) {
		if (!text.startsWith("\"") && !text.startsWith("'")) {
			return COMMENT.matcher(text).replaceFirst("").strip();
		}
		Matcher matcher = QUOTED.matcher(text);
		if (!matcher.matches()) {
			throw new StartException("Line %d of %s opens a quote and does not close it.".formatted(number, this.file));
		}
		return matcher.group(2);
	}

}
