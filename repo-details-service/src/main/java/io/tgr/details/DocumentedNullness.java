package io.tgr.details;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells the OpenAPI document what the compiler knows: each member of an answer is always
 * there, and only those marked as such may be {@code null}. What Javadoc says of them
 * loses its markup.
 */
@Component
class DocumentedNullness implements OpenApiCustomizer {

	private static final Schema<?> NULL = new Schema<>().types(Set.of("null"));

	private final Map<String, Class<?>> answers = new LinkedHashMap<>();

	DocumentedNullness() {
		List.of(RepositoryDetails.class, RepositoryStars.class, BatchAnswer.class, QuotaAnswer.class,
				ProblemAnswer.class)
			.forEach(this::collect);
	}

	@Override
	public void customise(OpenAPI document) {
		document.getComponents().getSchemas().forEach((name, schema) -> {
			Class<?> answer = this.answers.get(name);
			if (answer != null) {
				describe(answer, schema);
			}
			else if (name.startsWith(PartAnswer.class.getSimpleName())) {
				describe(PartAnswer.class, schema);
			}
			withoutMarkup(schema);
		});
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
			Schema<?> property = properties.get(component.getName());
			required.add(component.getName());
			if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				properties.put(component.getName(), nullable(property));
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
