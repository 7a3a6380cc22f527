package io.tgr.cluster.kubernetes;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request of the Kubernetes API: what is read, where, and how much of it.
 *
 * @param right what it takes
 * @param version the version of the API group
 * @param parameters its query
 */
record ApiRequest(Right right, String version, Map<String, String> parameters) {

	static ApiRequest of(Right right) {
		return of(right, "v1");
	}

	static ApiRequest of(Right right, String version) {
		return new ApiRequest(right, version, Map.of());
	}

	ApiRequest with(String parameter, @Nullable Object value) {
		if (value == null) {
			return this;
		}
		Map<String, String> more = new LinkedHashMap<>(this.parameters);
		more.put(parameter, value.toString());
		return new ApiRequest(this.right, this.version, more);
	}

	ApiRequest as(Right other) {
		return new ApiRequest(other, this.version, this.parameters);
	}

	/**
	 * Where it goes.
	 * @param server the address of the API server, maybe with a path
	 * @return the address, everything in it encoded
	 */
	URI at(String server) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(server);
		Right what = this.right;
		if (what.group().isEmpty()) {
			address.pathSegment("api", this.version);
		}
		else {
			address.pathSegment("apis", what.group(), this.version);
		}
		if (what.namespace() != null) {
			address.pathSegment("namespaces", "{namespace}");
		}
		address.pathSegment(what.resource());
		if (what.name() != null) {
			address.pathSegment("{name}");
		}
		if (what.subresource() != null) {
			address.pathSegment(what.subresource());
		}
		Map<String, Object> values = new LinkedHashMap<>(this.parameters);
		this.parameters.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		values.put("namespace", String.valueOf(what.namespace()));
		values.put("name", String.valueOf(what.name()));
		return address.encode().buildAndExpand(values).toUri();
	}

}
