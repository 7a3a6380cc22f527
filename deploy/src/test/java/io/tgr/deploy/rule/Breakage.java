package io.tgr.deploy.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * A change to good manifests that breaks a rule.
 *
 * @param rule which one
 * @param resource kind and name of what is changed, or {@code +} for a new one
 * @param path where, empty for all of it
 * @param value what stands there then, as YAML; empty takes out what is there
 */
record Breakage(String rule, String resource, String path, String value) {

	static Breakage of(String line) {
		String[] cells = line.split("\\|", 4);
		return new Breakage(cells[0].trim(), cells[1].trim(), cells[2].trim(), cells[3].trim());
	}

	boolean concerns(String kinds) {
		return List.of(kinds.split(" ")).contains(this.resource.split("/")[0]);
	}

	/**
	 * Makes the change.
	 * @param good what is changed; afterwards it is spoilt
	 * @return the broken rendering
	 */
	Rendering applied(List<Resource> good) {
		List<Resource> resources = new ArrayList<>(good);
		if (this.resource.equals("+")) {
			resources.add(new Resource(new Node(parsed())));
			return rendering(resources);
		}
		Resource target = resources.stream()
			.filter((candidate) -> (candidate.kind() + "/" + candidate.name()).equals(this.resource))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no " + this.resource));
		if (this.path.isEmpty()) {
			resources.remove(target);
		}
		else {
			change(target);
		}
		return rendering(resources);
	}

	private Rendering rendering(List<Resource> resources) {
		return new Rendering(toString(), resources, Set.of("filled-in"));
	}

	@SuppressWarnings("unchecked")
	private void change(Resource target) {
		int dot = this.path.lastIndexOf('.');
		Object parent = ((dot < 0) ? target.body() : target.at(this.path.substring(0, dot))).value();
		String field = this.path.substring(dot + 1);
		if (parent instanceof List<?> list) {
			((List<Object>) list).set(Integer.parseInt(field), parsed());
		}
		else if (parent instanceof Map<?, ?> map) {
			if (this.value.isEmpty() && map.remove(field) == null) {
				throw new IllegalArgumentException(this.path + " is not there");
			}
			if (!this.value.isEmpty()) {
				((Map<String, Object>) map).put(field, parsed());
			}
		}
		else {
			throw new IllegalArgumentException("There is nothing above " + this.path);
		}
	}

	private Object parsed() {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(this.value);
	}

}
