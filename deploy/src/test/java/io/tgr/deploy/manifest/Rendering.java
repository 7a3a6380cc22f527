package io.tgr.deploy.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a kustomization renders to, and so what one {@code kubectl apply -k} would apply.
 *
 * @param name what was rendered
 * @param resources all of them
 * @param examples what stands in for the secrets that users bring
 */
public record Rendering(String name, List<Resource> resources, Set<String> examples) {

	/**
	 * Both in one cluster.
	 * @param other what else is applied there
	 * @return the sum
	 */
	public Rendering and(Rendering other) {
		return new Rendering(this.name + " and " + other.name,
				Stream.concat(this.resources.stream(), other.resources.stream()).toList(), this.examples);
	}

	public Stream<Resource> kind(String... kinds) {
		Set<String> wanted = Set.of(kinds);
		return this.resources.stream().filter((resource) -> wanted.contains(resource.kind()));
	}

	public Optional<Resource> find(String kind, String namespace, String name) {
		return this.resources.stream().filter((resource) -> resource.is(kind, namespace, name)).findFirst();
	}

	public boolean has(String kind, String namespace, String name) {
		return find(kind, namespace, name).isPresent();
	}

	public Stream<Workload> workloads() {
		return this.resources.stream().flatMap(Workload::of);
	}

	/**
	 * The workloads whose pods these labels choose.
	 * @param namespace where
	 * @param labels all of which a pod must have
	 * @return the workloads
	 */
	public Stream<Workload> selected(String namespace, Map<String, String> labels) {
		return workloads()
			.filter((workload) -> workload.namespace().equals(namespace) && workload.has(labels) && !labels.isEmpty());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
