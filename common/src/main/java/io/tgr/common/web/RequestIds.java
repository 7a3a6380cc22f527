package io.tgr.common.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of a request: a header between services, a value of the Reactor context inside
 * one, a field of each log line. Found by the service loader. Public, since a service
 * loader makes it.
 */
public final class RequestIds implements ThreadLocalAccessor<String> {

	/**
	 * The header that carries the id.
	 */
	public static final String HEADER = "X-Request-Id";

	/**
	 * The key in the Reactor context and in the log's MDC.
	 */
	public static final String KEY = "requestId";

	private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

	static String accept(@Nullable String given) {
		if (given != null && SANE.matcher(given).matches()) {
			return given;
		}
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
	}

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable String getValue() {
		return MDC.get(KEY);
	}

	@Override
	public void setValue(String value) {
		MDC.put(KEY, value);
	}

	@Override
	public void setValue() {
		MDC.remove(KEY);
	}

}
