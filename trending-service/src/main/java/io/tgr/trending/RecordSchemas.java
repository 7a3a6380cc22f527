package io.tgr.trending;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import tools.jackson.databind.JsonNode;

import io.tgr.trending.archive.RankedOn;
import io.tgr.trending.discovery.PlanStatus;
import io.tgr.trending.ranking.DayStars;
import io.tgr.trending.ranking.Explanation;
import io.tgr.trending.ranking.Term;

/**
 * Says in the description of the API what the records of the answers say: every member is
 * always there, and only what is nullable may be null.
 */
@Component
class RecordSchemas implements OpenApiCustomizer {

	private static final List<Class<? extends Record>> RECORDS = List.of(TrendingAnswer.class, TrendingRow.class,
			Stale.class, Coverage.class, FormulaName.class, DayStars.class, Explanation.class, Term.class,
			RankedOn.class, RepositoryAnswer.class, RepositoryAnswer.Standing.class, RepositoryAnswer.Place.class,
			QuotaAnswer.class, QuotaAnswer.Bucket.class, PlanStatus.class, PlanStatus.Lane.class,
			PlanStatus.Pause.class, LanguagesHandler.LanguageItem.class, MostStarredAnswer.class);

	@Override
	public void customise(OpenAPI api) {
		Components components = api.getComponents();
		components.getSchemas().remove(JsonNode.class.getSimpleName());
		for (Class<? extends Record> type : RECORDS) {
			Schema<?> schema = components.getSchemas().get(type.getSimpleName());
			Assert.state(schema != null, () -> type.getSimpleName() + " is not described");
			complete(schema, type.getRecordComponents());
		}
	}

	private static void complete(Schema<?> schema, RecordComponent[] components) {
		for (RecordComponent component : components) {
			if (component.getType() == JsonNode.class) {
				schema.addProperty(component.getName(), orNull(types("object")));
			}
			else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				schema.getProperties().computeIfPresent(component.getName(), (name, property) -> orNull(property));
			}
		}
		schema.setRequired(Arrays.stream(components)
			.filter((component) -> !component.getAccessor().isAnnotationPresent(JsonInclude.class)
					&& !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
			.map(RecordComponent::getName)
			.sorted()
			.toList());
	}

	private static Schema<?> orNull(Schema<?> schema) {
		if (schema.get$ref() != null) {
			return new Schema<>().anyOf(List.of(schema, types("null")));
		}
		Set<String> types = new LinkedHashSet<>(schema.getTypes());
		types.add("null");
		schema.setTypes(types);
		return schema;
	}

	private static Schema<?> types(String type) {
		return new Schema<>().types(Set.of(type));
	}

}
