package io.tgr.deploy.kustomize;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * Renders combinations, each once.
 */
public final class Renderings {

	private static final DeployTree TREE = DeployTree.copy(Path.of("."), Path.of("target", "rendered"));

	private static final Optional<Kubectl> KUBECTL = Kubectl.find(System.getenv());

	private static final List<Combination> ALL = Stream
		.concat(Combinations.all(TREE).stream(),
				ReadmeSamples.lay(Path.of("..").toAbsolutePath().normalize(), TREE).stream())
		.toList();

	private static final Map<Combination, Rendering> RENDERED = new ConcurrentHashMap<>();

	private Renderings() {
	}

	public static List<Combination> all() {
		return ALL;
	}

	/**
	 * Renders a combination; the test is skipped where nothing can be rendered.
	 * @param combination which one
	 * @return what it renders to
	 */
	public static Rendering of(Combination combination) {
		Kubectl kubectl = kubectl();
		return RENDERED.computeIfAbsent(combination, (absent) -> render(kubectl, combination));
	}

	/**
	 * Finds what lies in a folder.
	 * @param folder of the tree
	 * @return the combination that is there
	 */
	public static Combination at(String folder) {
		return ALL.stream().filter((combination) -> combination.folder().equals(folder)).findFirst().orElseThrow();
	}

	static Kubectl kubectl() {
		return KUBECTL.orElseGet(() -> missing(System.getenv()));
	}

	/**
	 * Ends a test that cannot render.
	 * @param environment which knows whether this is CI
	 * @return never
	 */
	static Kubectl missing(Map<String, String> environment) {
		String what = "Nothing is rendered without kubectl: set KUBECTL, or put it on the path";
		if ("true".equals(environment.get("CI"))) {
			throw new IllegalStateException(what);
		}
		return Assumptions.abort(what);
	}

	private static Rendering render(Kubectl kubectl, Combination combination) {
		String file = combination.folder() + "/kustomization.yaml";
		Path folder = combination.kustomization().isEmpty() ? TREE.resolve(combination.folder())
				: TREE.write(file, combination.kustomization());
		return new Rendering(combination.name(), Resource.read(kubectl.kustomize(folder)), TREE.examples());
	}

}
