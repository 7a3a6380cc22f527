package io.tgr.cluster.watch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.Right;

/**
 * Where we may look at something.
 *
 * @param kind what
 * @param scopes where
 * @param missing what it takes elsewhere
 */
record AllowedScopes(String kind, Set<Scope> scopes, List<Right> missing) {

	private static final Log logger = LogFactory.getLog(AllowedScopes.class);

	private static final int MOST_TOLD = 10;

	static AllowedScopes of(String kind, List<Verdict> verdicts, int most) {
		List<Scope> scopes = verdicts.stream()
			.filter((verdict) -> verdict.missing() == null)
			.map(Verdict::scope)
			.toList();
		if (scopes.size() > most) {
			logger.warn("Follows %s of only %d of %d namespaces: tgr.cluster.max-namespaces".formatted(kind, most,
					scopes.size()));
		}
		return new AllowedScopes(kind, scopes.stream().limit(most).collect(Collectors.toUnmodifiableSet()),
				verdicts.stream().map(Verdict::missing).filter(Objects::nonNull).limit(MOST_TOLD).toList());
	}

	/**
	 * Whether we may look somewhere.
	 *
	 * @param scope where
	 * @param missing what it takes, {@code null} if we may
	 */
	record Verdict(Scope scope, @Nullable Right missing) {

	}

}
