package io.tgr.sandbox.cluster.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * What a request asks for.
 *
 * @param verb what to do: {@code list}, {@code watch}, …; the method for other paths
 * @param group the API group, empty for the core
 * @param version the version of the group
 * @param resource the kind of objects in the plural; empty if the path names none
 * @param subresource a part of an object such as {@code log}; empty for the whole
 * @param namespace the namespace; nothing for the whole cluster
 * @param name the name of an object; nothing for all
 * @param path the path
 */
public record RequestInfo(String verb, String group, String version, String resource, String subresource,
		@Nullable String namespace, @Nullable String name, String path) {

	/**
	 * Read a request.
	 * @param request the request
	 * @return what it asks for
	 */
	public static RequestInfo of(ServerHttpRequest request) {
		String path = request.getPath().pathWithinApplication().value();
		List<String> parts = Stream.of(path.split("/")).filter((part) -> !part.isEmpty()).toList();
		int root = (parts.isEmpty() || !parts.get(0).matches("api|apis")) ? -1 : parts.get(0).equals("api") ? 2 : 3;
		if (root < 0 || parts.size() <= root) {
			String verb = request.getMethod().name().toLowerCase(Locale.ROOT);
			return new RequestInfo(verb, "", "", "", "", null, null, path);
		}
		String group = (root == 2) ? "" : parts.get(1);
		return of(request, group, parts.get(root - 1), parts.subList(root, parts.size()), path);
	}

	/**
	 * The kind of objects asked for.
	 * @return the kind, if it is served
	 */
	public Optional<ResourceType> type() {
		return ResourceType.of(this.group, this.version, this.resource);
	}

	/**
	 * The resource as rules have it.
	 * @return {@code pods}, {@code pods/log}
	 */
	public String ruled() {
		return this.subresource.isEmpty() ? this.resource : this.resource + "/" + this.subresource;
	}

	private static RequestInfo of(ServerHttpRequest request, String group, String version, List<String> parts,
			String path) {
		String namespace = null;
		List<String> rest = parts;
		if (parts.get(0).equals("namespaces") && parts.size() > 1) {
			namespace = parts.get(1);
			rest = (parts.size() > 2) ? parts.subList(2, parts.size()) : parts;
		}
		String name = (rest.size() > 1) ? rest.get(1) : null;
		String subresource = (rest.size() > 2) ? rest.get(2) : "";
		return new RequestInfo(verb(request, name), group, version, rest.get(0), subresource, namespace, name, path);
	}

	private static String verb(ServerHttpRequest request, @Nullable String name) {
		HttpMethod method = request.getMethod();
		if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
			String watch = request.getQueryParams().getFirst("watch");
			boolean watched = request.getQueryParams().containsKey("watch")
					&& (watch == null || !watch.matches("false|0"));
			return watched ? "watch" : (name != null) ? "get" : "list";
		}
		if (method.equals(HttpMethod.DELETE)) {
			return (name != null) ? "delete" : "deletecollection";
		}
		return method.equals(HttpMethod.POST) ? "create" : method.equals(HttpMethod.PUT) ? "update" : "patch";
	}

}
