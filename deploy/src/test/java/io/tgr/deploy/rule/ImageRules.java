package io.tgr.deploy.rule;

import java.util.List;

import io.tgr.deploy.manifest.Container;

/**
 * What runs is what was meant, on any day.
 */
final class ImageRules {

	static final List<Rule> FOR_OVERLAYS = List.of(
			Rule.containers("an image is pinned", (rendering, container) -> !pinned(image(container)),
					"has an image without a tag or digest, or with latest"),
			Rule.containers("an image that only lies here is never pulled",
					(rendering, container) -> !image(container).matches("[^/]+\\.[^/]+/.*")
							&& image(container).startsWith("tgr/") && !container.at("imagePullPolicy").is("Never"),
					"has an image of no registry of ours: imagePullPolicy must be Never, or a stranger's could come"),
			Rule.containers("an image with a tag is not pulled at each start",
					(rendering, container) -> container.at("imagePullPolicy").is("Always"),
					"has imagePullPolicy Always: a restart would depend on the registry"));

	private ImageRules() {
	}

	private static String image(Container container) {
		return container.at("image").text();
	}

	private static boolean pinned(String image) {
		return image.matches(".+@sha256:[0-9a-f]{64}") || image.matches(".+:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]*");
	}

}
