package io.tgr.deploy.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A Kubernetes resource as YAML says it.
 *
 * @param body all of it
 */
public record Resource(Node body) {

	private static final Set<String> CLUSTER_SCOPED = Set.of("Namespace", "ClusterRole", "ClusterRoleBinding",
			"CustomResourceDefinition", "GatewayClass");

	/**
	 * Reads the documents of a stream; empty ones are left out.
	 * @param yaml one document or several
	 * @return the resources in their order
	 */
	public static List<Resource> read(String yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return StreamSupport.stream(new Yaml(new SafeConstructor(options)).loadAll(yaml).spliterator(), false)
			.map(Node::new)
			.filter(Node::present)
			.map(Resource::new)
			.toList();
	}

	public String kind() {
		return at("kind").text();
	}

	/**
	 * The API group, empty for the core.
	 * @return what stands before the version
	 */
	public String group() {
		String version = at("apiVersion").text();
		return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
	}

	public String name() {
		return at("metadata.name").text();
	}

	public String namespace() {
		return clusterScoped() ? "" : at("metadata.namespace").text("default");
	}

	public boolean clusterScoped() {
		return CLUSTER_SCOPED.contains(kind());
	}

	public boolean is(String kind, String namespace, String name) {
		return kind().equals(kind) && namespace().equals(namespace) && name().equals(name);
	}

	public Map<String, String> labels() {
		return at("metadata.labels").strings();
	}

	public Node at(String path) {
		return this.body.at(path);
	}

	/**
	 * Whether both would be one in a cluster.
	 * @param other any
	 * @return whether group, kind, namespace and name are equal
	 */
	public boolean sameAs(Resource other) {
		return group().equals(other.group()) && other.is(kind(), namespace(), name());
	}

	@Override
	public String toString() {
		return kind() + " " + (clusterScoped() ? "" : namespace() + "/") + name();
	}

}
