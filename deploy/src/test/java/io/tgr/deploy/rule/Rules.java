package io.tgr.deploy.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules.
 */
public final class Rules {

	/** What holds for whatever can be rendered. */
	public static final List<Rule> ALWAYS = Stream
		.of(MappingRules.ALL, AmbassadorRules.ALL, HttpRouteRules.ALL, SelectorRules.ALL, PortRules.ALL,
				ReferenceRules.ALL, PodRules.ALL, PodSecurityRules.ALL, TokenRules.ALL, SecretRules.ALL, RbacRules.ALL,
				LabelRules.ALL)
		.flatMap(List::stream)
		.toList();

	/** What holds besides for what is applied as it is. */
	public static final List<Rule> FOR_OVERLAYS = Stream.of(ImageRules.FOR_OVERLAYS, LabelRules.FOR_OVERLAYS)
		.flatMap(List::stream)
		.toList();

	private Rules() {
	}

}
