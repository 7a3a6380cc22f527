package io.tgr.cluster.kubernetes;

import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.NamespaceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/**
 * Knows the namespaces of the cluster.
 */
@Component
public final class KubernetesNamespaces {

	private final KubernetesRequests requests;

	private final KubernetesProperties properties;

	private final String own;

	KubernetesNamespaces(KubernetesRequests requests, KubernetesProperties properties, KubernetesClient client) {
		this.requests = requests;
		this.properties = properties;
		this.own = Objects.requireNonNullElse(client.getConfiguration().getNamespace(), "default");
	}

	/**
	 * Lists the namespaces.
	 * @return their names, sorted; fails with {@code NOT_ALLOWED} if we may not list them
	 */
	public Mono<List<String>> names() {
		return list(null).expand((part) -> {
			String next = part.getMetadata().getContinue();
			return (StringUtils.hasLength(next)) ? list(next) : Mono.empty();
		})
			.flatMapIterable(NamespaceList::getItems)
			.map((namespace) -> Interned.text(namespace.getMetadata().getName()))
			.sort()
			.collectList();
	}

	/**
	 * Where we are ourselves.
	 * @return the namespace of our pod, or of the kubeconfig's context
	 */
	public String own() {
		return this.own;
	}

	private Mono<NamespaceList> list(@Nullable String continueToken) {
		return this.requests.object(ApiRequest.of(Right.to("list", "namespaces", null))
			.with("limit", this.properties.chunk())
			.with("continue", continueToken), NamespaceList.class);
	}

}
