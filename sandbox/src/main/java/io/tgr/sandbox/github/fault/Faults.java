package io.tgr.sandbox.github.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * The faults ordered at present.
 */
@Component
public class Faults {

	private final GithubErrors errors;

	private volatile List<Fault> faults = List.of();

	Faults(GithubErrors errors) {
		this.errors = errors;
	}

	/**
	 * Replaces all faults; the first that strikes a call is the one it gets.
	 * @param rules what is to happen; nothing when empty
	 */
	public void set(List<FaultRule> rules) {
		this.faults = rules.stream().map((rule) -> Fault.of(rule, this.errors)).toList();
	}

	/**
	 * Ends all trouble.
	 */
	public void clear() {
		this.faults = List.of();
	}

	/**
	 * What can be ordered.
	 * @return ids of errors, and disruptions
	 */
	public List<String> known() {
		return Stream
			.concat(this.errors.all().stream().map(GithubError::id),
					Arrays.stream(Disruption.values()).map((it) -> it.name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	@Nullable Fault strike(PathContainer path, boolean graphql) {
		for (Fault fault : this.faults) {
			if (fault.strikes(path, graphql)) {
				return fault;
			}
		}
		return null;
	}

}
