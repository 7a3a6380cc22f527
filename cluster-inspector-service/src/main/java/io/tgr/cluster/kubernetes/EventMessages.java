package io.tgr.cluster.kubernetes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out of an event's message what a command line or the output of a program says
 * there: the environment is expanded in the one and may be printed by the other, and
 * whoever keeps events has not the pod at hand to tell.
 */
final class EventMessages {

	// As long as events.k8s.io lets them be; the old API takes any length.
	private static final int LONGEST = 1024;

	private static final String KNOWN_ENDS = ": (?:no such file or directory|permission denied|exec format error|"
			+ "is a directory|executable file not found in \\$PATH)(?:: unknown)?";

	private static final Pattern COMMAND = Pattern
		.compile("(?s)(\\bexec: |\\bcontainer create failed: |^Exec lifecycle hook \\().*?(" + KNOWN_ENDS + ")?$");

	private static final Pattern OUTPUT = Pattern.compile(
			"(?s)^(\\w+ probe (?:failed|errored)[^:]*: )(?!HTTP probe failed |Get \"|dial tcp |command timed out).+$");

	private EventMessages() {
	}

	static String told(String message) {
		String told = OUTPUT.matcher(withoutCommand(message)).replaceFirst((found) -> left(found.group(1), null));
		return (told.length() > LONGEST) ? told.substring(0, LONGEST) + "…" : told;
	}

	// A command may be expanded by what comes from a Secret, which nobody here knows.
	static String withoutCommand(String message) {
		return COMMAND.matcher(message).replaceFirst((found) -> left(found.group(1), found.group(2)));
	}

	private static String left(String before, @Nullable String after) {
		return Matcher.quoteReplacement(before + EnvironmentValues.WITHHELD + ((after != null) ? after : ""));
	}

}
