package io.tgr.sandbox.cluster.fault;

import java.util.List;
import java.util.Optional;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import io.tgr.sandbox.cluster.request.RequestInfo;

/** The faults ordered at present. */
@Component
public class Faults {

	private volatile List<Fault> faults = List.of();

	/**
	 * Replace all faults; the first that strikes a call is the one it gets.
	 * @param rules what is to happen; nothing when empty
	 */
	public void set(List<FaultRule> rules) {
		this.faults = rules.stream().map(Fault::of).toList();
	}

	Optional<FaultRule> strike(RequestInfo info) {
		return this.faults.stream().filter((fault) -> fault.strikes(info)).map(Fault::rule).findFirst();
	}

	/**
	 * A rule at work.
	 *
	 * @param rule the rule
	 * @param path its pattern
	 */
	private record Fault(FaultRule rule, PathPattern path) {

		static Fault of(FaultRule rule) {
			if (!rule.error().matches("[45]\\d\\d|hang|reset")) {
				throw new IllegalArgumentException(
						"The error must be a status from 400 to 599, hang or reset, not " + rule.error());
			}
			return new Fault(rule,
					PathPatternParser.defaultInstance.parse((rule.path() != null) ? rule.path() : "/**"));
		}

		boolean strikes(RequestInfo info) {
			return this.path.matches(PathContainer.parsePath(info.path()))
					&& (this.rule.verb() == null || this.rule.verb().equals(info.verb()));
		}

	}

}
