package io.tgr.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Mapping manifests of the deployment, which the launcher's jar carries.
 */
final class MappingManifests {

	private static final String LOCATION = "classpath*:deploy/base/*/mapping.yaml";

	private final JsonMapper mapper = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final ResourcePatternResolver resources;

	MappingManifests(ClassLoader classLoader) {
		this.resources = new PathMatchingResourcePatternResolver(classLoader);
	}

	/**
	 * Reads all of them.
	 * @return the routes, in the order in which they are tried
	 * @throws IOException when one cannot be read
	 */
	List<Mapping> read() throws IOException {
		List<Mapping> mappings = new ArrayList<>();
		for (Resource resource : this.resources.getResources(LOCATION)) {
			try (InputStream manifest = resource.getInputStream()) {
				read(manifest).forEach(mappings::add);
			}
		}
		if (mappings.isEmpty()) {
			throw new IllegalStateException("No Mapping manifests at " + LOCATION);
		}
		mappings.sort(Mapping.LONGEST_FIRST);
		return List.copyOf(mappings);
	}

	/**
	 * Reads the Mappings of one manifest.
	 * @param manifest text with one document or several
	 * @return their routes, in the order of the manifest
	 */
	Stream<Mapping> read(InputStream manifest) {
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		return StreamSupport.stream(yaml.loadAll(manifest).spliterator(), false)
			.map((document) -> (Map<?, ?>) document)
			.filter((document) -> "Mapping".equals(document.get("kind")))
			.map(this::mapping);
	}

	private Mapping mapping(Map<?, ?> document) {
		try {
			Map<String, @Nullable Object> known = new HashMap<>();
			known.put("metadata", (document.get("metadata") instanceof Map<?, ?> metadata)
					? Collections.singletonMap("name", metadata.get("name")) : null);
			known.put("spec", document.get("spec"));
			return this.mapper.convertValue(known, MappingManifest.class).mapping();
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("This gateway does not understand the Mapping " + document.get("metadata")
					+ ": " + ex.getOriginalMessage(), ex);
		}
	}

}
