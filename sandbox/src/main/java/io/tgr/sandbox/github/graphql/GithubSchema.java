package io.tgr.sandbox.github.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.catalogue.Owner;
import io.tgr.sandbox.github.catalogue.Repository;

/**
 * The part of GitHub's schema that the sandbox answers, wired to the catalogue.
 */
@Component
class GithubSchema {

	static final String TYPE = "__typename";

	private static final List<String> ABSTRACT = List.of("Actor", "GitObject", "Node", "RepositoryOwner",
			"SearchResultItem", "Starrable", "UniformResourceLocatable");

	private final GraphQLSchema executable;

	GithubSchema(QueryFields query, RepositoryFields repository) throws IOException {
		String definition = new ClassPathResource("github-subset.graphql", GithubSchema.class)
			.getContentAsString(StandardCharsets.UTF_8);
		RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
		PlainText.scalars().forEach(wiring::scalar);
		ABSTRACT.forEach((type) -> wiring.type(TypeRuntimeWiring.newTypeWiring(type).typeResolver(GithubSchema::type)));
		wiring.type(fields("Query", query.fetchers()));
		wiring.type(fields("Repository", repository.fetchers()));
		wiring.type(fields("User", OwnerFields.fetchers()));
		wiring.type(fields("Organization", OwnerFields.fetchers()));
		wiring.type(fields("Commit", Map.of("history", CommitHistory::page)));
		this.executable = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(definition),
				wiring.build());
	}

	GraphQLSchema executable() {
		return this.executable;
	}

	private static TypeRuntimeWiring.Builder fields(String type, Map<String, DataFetcher<?>> fetchers) {
		TypeRuntimeWiring.Builder wiring = TypeRuntimeWiring.newTypeWiring(type);
		fetchers.forEach(wiring::dataFetcher);
		return wiring;
	}

	private static GraphQLObjectType type(TypeResolutionEnvironment environment) {
		return environment.getSchema().getObjectType(name(environment.getObject()));
	}

	private static String name(Object source) {
		if (source instanceof Repository) {
			return "Repository";
		}
		if (source instanceof Owner owner) {
			return owner.type();
		}
		return (source instanceof Map<?, ?> map && map.get(TYPE) instanceof String type) ? type : "Blob";
	}

}
