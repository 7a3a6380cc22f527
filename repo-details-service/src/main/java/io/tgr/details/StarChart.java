package io.tgr.details;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.web.util.HtmlUtils;

/**
 * A bar for each day, with a title and a description for those who do not see it.
 */
final class StarChart {

	private static final int WIDTH = 640;

	private static final int HEIGHT = 180;

	private static final int TOP = 40;

	private static final int BOTTOM = 24;

	private static final String TEMPLATE = """
			<svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
			aria-labelledby="title description">
			<title id="title">%3$s: stars per day</title>
			<desc id="description">%4$s</desc>
			<style>text{font:12px system-ui,sans-serif;fill:#57606a}.name{font-size:14px;font-weight:600;fill:#24292f}\
			.bars{fill:#0969da}.axis{stroke:#d0d7de}@media(prefers-color-scheme:dark){text{fill:#8b949e}\
			.name{fill:#e6edf3}.bars{fill:#58a6ff}.axis{stroke:#30363d}}</style>
			<text class="name" x="0" y="16">%3$s</text>
			<text x="%1$d" y="16" text-anchor="end">%5$s</text>
			<text x="0" y="34">highest day: %6$s</text>
			<path class="bars" d="%7$s"/>
			<line class="axis" x1="0" y1="%8$d" x2="%1$d" y2="%8$d"/>
			<text x="0" y="%9$d">%10$s</text>
			<text x="%1$d" y="%9$d" text-anchor="end">%11$s</text>
			</svg>
			""";

	private StarChart() {
	}

	static String of(RepositoryStars stars) {
		int highest = stars.items().stream().mapToInt(RepositoryStars.Day::stars).max().orElse(0);
		String gained = text("%,d stars in %d days", stars.gained(), stars.items().size());
		String description = text("%s gained %,d stars from %s to %s, at most %,d a day.%s", stars.fullName(),
				stars.gained(), stars.from(), stars.to(), highest,
				(stars.stale()) ? " As of " + stars.asOf() + "." : "");
		return text(TEMPLATE, WIDTH, HEIGHT, HtmlUtils.htmlEscape(stars.fullName()), HtmlUtils.htmlEscape(description),
				gained, text("%,d", highest), bars(stars.items(), highest), HEIGHT - BOTTOM, HEIGHT - BOTTOM / 3,
				stars.from(), stars.to());
	}

	private static String bars(List<RepositoryStars.Day> days, int highest) {
		double step = (double) WIDTH / days.size();
		double gap = Math.min(2, step / 4);
		return IntStream.range(0, days.size())
			.filter((index) -> days.get(index).stars() > 0)
			.mapToObj((index) -> bar(index * step, step - gap, days.get(index).stars(), highest))
			.collect(Collectors.joining());
	}

	private static String bar(double x, double width, int stars, int highest) {
		double height = (double) (HEIGHT - TOP - BOTTOM) * stars / highest;
		return text("M%.1f %dh%.1fv-%.1fh-%.1fz", x, HEIGHT - BOTTOM, width, height, width);
	}

	private static String text(String format, Object... arguments) {
		return String.format(Locale.ROOT, format, arguments);
	}

}
