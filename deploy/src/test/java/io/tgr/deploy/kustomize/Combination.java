package io.tgr.deploy.kustomize;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that people render: a kustomization as it lies there, or one that puts some
 * together.
 *
 * @param name what it is called in tests
 * @param folder where it lies in the tree
 * @param kustomization its text, empty if it lies there already
 * @param overlay whether it is applied as it is, and so complete
 */
public record Combination(String name, String folder, String kustomization, boolean overlay) {

	/**
	 * One that lies there.
	 * @param folder where
	 * @return it
	 */
	static Combination existing(String folder) {
		return new Combination(folder, folder, "", folder.startsWith("overlays"));
	}

	/**
	 * One that puts some together.
	 * @param resource what it begins with
	 * @param components what it adds to that
	 * @param settings anything else, as YAML
	 * @return it
	 */
	static Combination composed(String resource, List<String> components, String settings) {
		String text = """
				apiVersion: kustomize.config.k8s.io/v1beta1
				kind: Kustomization
				resources: [../../%s]
				components: [%s]
				%s
				""".formatted(resource,
				components.stream().map("../../components/%s"::formatted).collect(Collectors.joining(", ")), settings);
		String name = "%s with %s (%s)".formatted(resource, components, settings.lines().findFirst().orElse(""));
		return new Combination(name, "composed/" + name.replaceAll("[^a-z0-9]+", "-"), text,
				resource.startsWith("overlays"));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
