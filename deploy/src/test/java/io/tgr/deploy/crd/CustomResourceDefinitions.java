package io.tgr.deploy.crd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Resource;

/**
 * The schemas of resources that Kubernetes itself does not know, in the words of their
 * owners. A field that they do not have is refused, as the API server does when it
 * validates strictly.
 */
public final class CustomResourceDefinitions {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** What the API server knows of every resource. */
	private static final String OF_ALL = """
			{"apiVersion": {"type": "string"}, "kind": {"type": "string"},
			 "metadata": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
			   "name": {"type": "string"}, "namespace": {"type": "string"},
			   "labels": {"type": "object", "additionalProperties": {"type": "string"}},
			   "annotations": {"type": "object", "additionalProperties": {"type": "string"}}}}}""";

	private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());

	private final Map<String, Schema> schemas = new HashMap<>();

	private CustomResourceDefinitions() {
	}

	public static CustomResourceDefinitions read(Path folder) {
		CustomResourceDefinitions definitions = new CustomResourceDefinitions();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".yaml")).toList()) {
				Resource.read(Files.readString(file)).forEach(definitions::add);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return definitions;
	}

	private void add(Resource definition) {
		Node version = definition.at("spec.versions.0");
		ObjectNode schema = (ObjectNode) json(version.at("schema.openAPIV3Schema"));
		close(schema);
		((ObjectNode) schema.get("properties")).setAll((ObjectNode) JSON.readTree(OF_ALL));
		this.schemas.put("%s/%s %s".formatted(definition.at("spec.group").text(), version.at("name").text(),
				definition.at("spec.names.kind").text()), this.registry.getSchema(schema));
	}

	/**
	 * Whether a resource is of a kind that is described here.
	 * @param resource any
	 * @return whether its violations can be told
	 */
	public boolean describe(Resource resource) {
		return this.schemas.containsKey(key(resource));
	}

	/**
	 * What the API server would refuse.
	 * @param resource one that is described here
	 * @return each place and complaint
	 */
	public List<String> violations(Resource resource) {
		return this.schemas.get(key(resource))
			.validate(json(resource.body()))
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage())
			.toList();
	}

	private static String key(Resource resource) {
		return resource.at("apiVersion").text() + " " + resource.kind();
	}

	private static JsonNode json(Node node) {
		return JSON.valueToTree(node.value());
	}

	/** Closes what is described; alternatives such as oneOf only add conditions to it. */
	private static void close(JsonNode schema) {
		if (!(schema instanceof ObjectNode object)) {
			return;
		}
		if (object.get("properties") instanceof ObjectNode properties) {
			properties.forEach(CustomResourceDefinitions::close);
			if (!object.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
				object.put("additionalProperties", false);
			}
		}
		close(object.get("items"));
		close(object.get("additionalProperties"));
	}

}
