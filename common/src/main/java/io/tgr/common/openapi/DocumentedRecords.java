package io.tgr.common.openapi;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells the OpenAPI document what the compiler knows: each member of an answer is always
 * there, and only those marked as such may be {@code null}. What Javadoc says of them
 * loses its markup.
 */
public final class DocumentedRecords {

	private static final Schema<?> NULL = new Schema<>().types(Set.of("null"));

	private final Map<String, Class<?>> answers = new LinkedHashMap<>();

	/**
	 * Creates the description.
	 * @param answers the records that are answers, those within them found by themselves
	 */
	public DocumentedRecords(Class<?>... answers) {
		List.of(answers).forEach(this::collect);
	}

	/**
	 * Completes a document.
	 * @param document the document
	 */
	public void describe(OpenAPI document) {
		document.getComponents().getSchemas().forEach((name, schema) -> {
			Class<?> answer = answer(name);
			if (answer != null) {
				describe(answer, schema);
			}
			withoutMarkup(schema);
		});
	}

	// A generic record has a schema for each of its uses, named after both.
	private @Nullable Class<?> answer(String schema) {
		Class<?> answer = this.answers.get(schema);
		return (answer != null) ? answer : this.answers.values()
			.stream()
			.filter((generic) -> generic.getTypeParameters().length > 0 && schema.startsWith(generic.getSimpleName()))
			.findFirst()
			.orElse(null);
	}

	private void collect(Type type) {
		ResolvableType resolved = ResolvableType.forType(type);
		Class<?> raw = resolved.toClass();
		if (raw.isRecord() && this.answers.putIfAbsent(raw.getSimpleName(), raw) == null) {
			for (RecordComponent component : raw.getRecordComponents()) {
				collect(component.getGenericType());
			}
		}
		for (ResolvableType generic : resolved.getGenerics()) {
			collect(generic.getType());
		}
	}

	@SuppressWarnings("rawtypes")
	private static void describe(Class<?> answer, Schema<?> schema) {
		Map<String, Schema> properties = schema.getProperties();
		List<String> required = new ArrayList<>();
		for (RecordComponent component : answer.getRecordComponents()) {
			JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
			String name = (given != null) ? given.value() : component.getName();
			Schema<?> property = properties.get(name);
			required.add(name);
			if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				properties.put(name, nullable(property));
			}
		}
		if (schema.getRequired() == null) {
			schema.setRequired(required.stream().sorted().toList());
		}
	}

	private static Schema<?> nullable(Schema<?> property) {
		if (property.get$ref() != null) {
			Schema<?> either = new Schema<>().anyOf(List.of(new Schema<>().$ref(property.get$ref()), NULL));
			either.setDescription(property.getDescription());
			return either;
		}
		Set<String> types = new LinkedHashSet<>(property.getTypes());
		types.add("null");
		property.setTypes(types);
		return property;
	}

	@SuppressWarnings("rawtypes")
	private static void withoutMarkup(Schema<?> schema) {
		String text = String.valueOf(schema.getDescription()).replaceAll("</?code>", "`").replaceAll("\\s+", " ");
		schema.setDescription(StringUtils.capitalize(HtmlUtils.htmlUnescape(text)));
		Map<String, Schema> members = schema.getProperties();
		if (members != null) {
			members.values().forEach((member) -> withoutMarkup(member));
		}
	}

}
