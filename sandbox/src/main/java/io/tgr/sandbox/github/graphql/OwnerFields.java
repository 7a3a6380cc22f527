package io.tgr.sandbox.github.graphql;

import java.util.Map;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;

import io.tgr.sandbox.github.catalogue.Owner;

/**
 * The fields of users and organisations.
 */
final class OwnerFields {

	private OwnerFields() {
	}

	static Map<String, DataFetcher<?>> fetchers() {
		return Map.of("login", field(Owner::login), "id", field(Owner::nodeId), "databaseId", field(Owner::id), "name",
				field(Owner::login), "url", field((owner) -> "https://github.com/" + owner.login()), "avatarUrl",
				OwnerFields::avatar);
	}

	private static DataFetcher<Object> field(Function<Owner, Object> value) {
		return (environment) -> value.apply(owner(environment));
	}

	private static Object avatar(DataFetchingEnvironment environment) {
		Integer size = environment.getArgument("size");
		String url = "https://avatars.githubusercontent.com/u/" + owner(environment).id() + "?v=4";
		return (size != null) ? url + "&s=" + size : url;
	}

	private static Owner owner(DataFetchingEnvironment environment) {
		Owner owner = environment.getSource();
		if (owner == null) {
			throw new IllegalStateException("No owner to read from");
		}
		return owner;
	}

}
