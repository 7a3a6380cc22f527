package io.tgr.cluster.pod;

import java.util.List;
import java.util.Map;

/**
 * Selects pods by their labels, in the language of the API server and {@code kubectl -l}.
 */
public final class LabelSelector {

	private final List<LabelRequirement> requirements;

	private LabelSelector(List<LabelRequirement> requirements) {
		this.requirements = requirements;
	}

	/**
	 * Reads a selector.
	 * @param text such as {@code app=web,tier in (front, back),!canary}; empty for all
	 * @return the selector
	 * @throws io.tgr.common.web.InvalidParameterException if it is none, saying what was
	 * expected where
	 */
	public static LabelSelector parse(String text) {
		return new LabelSelector(new LabelSelectorParser(text).parse());
	}

	/**
	 * Whether it selects a pod.
	 * @param labels the labels of the pod
	 * @return whether they meet all requirements
	 */
	public boolean matches(Map<String, String> labels) {
		for (LabelRequirement requirement : this.requirements) {
			if (!requirement.matches(labels)) {
				return false;
			}
		}
		return true;
	}

}
