package io.tgr.cluster;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.NotAcceptableStatusException;

/**
 * The forms that pods come in.
 */
enum Representation {

	/**
	 * Rows as JSON.
	 */
	JSON(MediaType.APPLICATION_JSON),
	/**
	 * The table that kubectl prints.
	 */
	TABLE(MediaType.TEXT_PLAIN),
	/**
	 * Rows as they change.
	 */
	EVENTS(MediaType.TEXT_EVENT_STREAM),
	/**
	 * The API server's own objects, redacted.
	 */
	POD_LIST(MediaType.valueOf("application/json;as=PodList"));

	private static final String AS = "as";

	private final MediaType type;

	Representation(MediaType type) {
		this.type = type;
	}

	MediaType type() {
		return this.type;
	}

	/**
	 * Chooses what a client likes best.
	 * @param headers the headers of its request
	 * @param there what there is, the default first
	 * @return the form
	 */
	static Representation choose(HttpHeaders headers, List<Representation> there) {
		List<MediaType> accepted = accepted(headers);
		if (accepted.isEmpty()) {
			return there.get(0);
		}
		for (MediaType type : accepted) {
			Representation match = (type.getQualityValue() > 0) ? match(type, there) : null;
			if (match != null) {
				return match;
			}
		}
		throw new NotAcceptableStatusException(there.stream().map(Representation::type).toList());
	}

	private static @Nullable Representation match(MediaType accepted, List<Representation> there) {
		String as = accepted.getParameter(AS);
		return there.stream()
			.filter((one) -> accepted.includes(one.type)
					&& ((as != null) ? as.equals(one.type.getParameter(AS)) : one != POD_LIST))
			.findFirst()
			.orElse(null);
	}

	private static List<MediaType> accepted(HttpHeaders headers) {
		try {
			return headers.getAccept()
				.stream()
				.sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
				.toList();
		}
		catch (InvalidMediaTypeException ex) {
			throw new NotAcceptableStatusException(ex.getMessage());
		}
	}

}
