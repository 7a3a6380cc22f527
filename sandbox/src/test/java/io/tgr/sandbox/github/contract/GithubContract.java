package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitHub's published description of its REST API, in one of its versions.
 */
public final class GithubContract {

	public static final String OLD = "2022-11-28";

	public static final String NEW = "2026-03-10";

	private static final String CHANGES = "x-github-breaking-changes";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30(), (builder) -> builder
		.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	private final ObjectNode document;

	private GithubContract(ObjectNode document) {
		this.document = document;
	}

	/** The contract as published: more members than described are allowed. */
	static GithubContract published(String version) throws IOException {
		ObjectNode document = (ObjectNode) resource("github-subset.openapi.json");
		if (version.equals(NEW)) {
			change(document, version);
		}
		return new GithubContract(document);
	}

	/** The contract to the letter: no member that it does not describe. */
	public static GithubContract strict(String version) throws IOException {
		GithubContract contract = published(version);
		close(contract.document);
		// Every error has had it since 2024, though only one of the two descriptions says
		// so.
		((ObjectNode) contract.document.at("/components/schemas/validation-error/properties")).set("status",
				JSON.createObjectNode().put("type", "string"));
		return contract;
	}

	static JsonNode resource(String name) throws IOException {
		try (InputStream content = GithubContract.class.getResourceAsStream(name)) {
			return JSON.readTree(content);
		}
	}

	/** What is wrong with an answer, each as place and complaint. */
	public List<String> violations(String method, String path, int status, JsonNode body) {
		String operation = operation(method, path);
		return violations(operation, status, body);
	}

	List<String> componentViolations(String component, JsonNode body) {
		ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + component);
		root.set("components", this.document.get("components"));
		return complaints(this.registry.getSchema(root), body);
	}

	private List<String> violations(String operation, int status, JsonNode body) {
		return complaints(this.schemas.computeIfAbsent(operation + " " + status, (key) -> schema(operation, status)),
				body);
	}

	private static List<String> complaints(Schema schema, JsonNode body) {
		return schema.validate(body)
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage())
			.toList();
	}

	private String operation(String method, String requested) {
		PathContainer path = PathContainer.parsePath(requested.replaceFirst("\\?.*", ""));
		PathPattern pattern = this.document.get("paths")
			.propertyNames()
			.stream()
			.map(PathPatternParser.defaultInstance::parse)
			.filter((candidate) -> candidate.matches(path))
			.min(Comparator.naturalOrder())
			.orElseThrow(() -> new AssertionError("The contract has no path for " + requested));
		return pattern.getPatternString() + " " + method.toLowerCase(Locale.ROOT);
	}

	private Schema schema(String operation, int status) {
		String[] parts = operation.split(" ");
		JsonNode response = this.document.get("paths")
			.get(parts[0])
			.get(parts[1])
			.get("responses")
			.path(Integer.toString(status));
		if (response.has("$ref")) {
			response = this.document.at(response.get("$ref").asString().substring(1));
		}
		ObjectNode root = JSON.createObjectNode();
		JsonNode schema = response.at("/content/application~1json/schema");
		if (schema.isObject()) {
			root.setAll((ObjectNode) schema);
		}
		else if (status >= 300) {
			root.put("$ref", "#/components/schemas/basic-error");
		}
		else {
			throw new AssertionError("The contract has no " + status + " for " + operation);
		}
		root.set("components", this.document.get("components"));
		return this.registry.getSchema(root);
	}

	private static void change(JsonNode node, String version) {
		if (node instanceof ObjectNode object) {
			JsonNode changes = object.get(CHANGES);
			if (changes != null) {
				for (JsonNode change : changes) {
					if (change.get("version").asString().equals(version) && change.get("patch").isObject()) {
						merge(object, change.get("patch"));
					}
				}
			}
		}
		node.values().forEach((child) -> change(child, version));
	}

	// JSON merge patch, RFC 7396.
	private static void merge(ObjectNode target, JsonNode patch) {
		patch.forEachEntry((name, value) -> {
			if (value.isNull()) {
				target.remove(name);
			}
			else if (value.isObject() && target.get(name) instanceof ObjectNode inner) {
				merge(inner, value);
			}
			else {
				target.set(name, value);
			}
		});
	}

	private static void close(JsonNode node) {
		if (node instanceof ObjectNode object && object.get("properties") instanceof ObjectNode
				&& object.path("type").asString("").equals("object") && !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.values().forEach(GithubContract::close);
		}
	}

}
