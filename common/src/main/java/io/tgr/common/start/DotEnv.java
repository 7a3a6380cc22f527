package io.tgr.common.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Reads {@code .env} files: one {@code NAME=value} a line, comments, quotes. A bad line
 * is told by its number only, since it may hold a secret.
 */
public final class DotEnv implements PropertySourceLoader {

	private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

	private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1\\s*(?:#.*)?");

	private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");

	/**
	 * Reads a file.
	 * @param file the file, which need not be there
	 * @return its variables
	 * @throws FailureAnalyzedException if it cannot be read, with one sentence
	 */
	public static Map<String, String> read(Path file) {
		return Files.isRegularFile(file) ? read(new FileSystemResource(file)) : Map.of();
	}

	@Override
	public String[] getFileExtensions() {
		return new String[] { "env" };
	}

	@Override
	public List<PropertySource<?>> load(String name, Resource resource) {
		return List.of(new MapPropertySource(name, Map.copyOf(read(resource))));
	}

	private static Map<String, String> read(Resource file) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(file.getContentAsByteArray());
			List<String> lines = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().lines().toList();
			Map<String, String> variables = new LinkedHashMap<>();
			for (int number = 1; number <= lines.size(); number++) {
				read(lines.get(number - 1).strip(), "Line %d of %s".formatted(number, file.getFilename()), variables);
			}
			return variables;
		}
		catch (CharacterCodingException ex) {
			throw refusal(file.getFilename() + " cannot be read: it is not UTF-8 text.");
		}
		catch (IOException ex) {
			throw refusal(file.getFilename() + " is there but cannot be read.");
		}
	}

	private static void read(String line, String place, Map<String, String> variables) {
		if (line.isEmpty() || line.startsWith("#")) {
			return;
		}
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw refusal(place + " is not NAME=value; comments begin with #.");
		}
		variables.put(matcher.group(1), value(matcher.group(2), place));
	}

	private static String value(String text, String place) {
		if (!text.startsWith("\"") && !text.startsWith("'")) {
			return COMMENT.matcher(text).replaceFirst("").strip();
		}
		Matcher matcher = QUOTED.matcher(text);
		if (!matcher.matches()) {
			throw refusal(place + " opens a quote and does not close it.");
		}
		return matcher.group(2);
	}

	private static FailureAnalyzedException refusal(String sentence) {
		return new FailureAnalyzedException(sentence, "Write one NAME=value a line, as in .env.example.");
	}

}
