package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListMeta;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/**
 * Lists objects in parts, and lets the objects go as soon as what is kept of them is
 * read.
 */
@Component
public final class KubernetesLists {

	private final KubernetesRequests requests;

	private final KubernetesProperties properties;

	KubernetesLists(KubernetesRequests requests, KubernetesProperties properties) {
		this.requests = requests;
		this.properties = properties;
	}

	/**
	 * Lists a part.
	 * @param kind what to list
	 * @param namespace where, {@code null} for the whole cluster
	 * @param continueToken what the part before said, {@code null} for the first part
	 * @param <R> what is kept of one object
	 * @return the part; fails with a {@link KubernetesException}, {@code GONE} if the
	 * token is too old
	 */
	public <R> Mono<Chunk<R>> list(Kind<R> kind, @Nullable String namespace, @Nullable String continueToken) {
		ApiRequest request = kind.request(namespace)
			.with("limit", this.properties.chunk())
			.with("continue", continueToken);
		return this.requests.object(request, kind.listType()).map((list) -> chunk(kind, list));
	}

	private static <R> Chunk<R> chunk(Kind<R> kind, KubernetesResourceList<?> list) {
		List<R> items = new ArrayList<>(list.getItems().size());
		for (HasMetadata object : list.getItems()) {
			items.add(kind.read(object));
		}
		ListMeta about = Objects.requireNonNullElseGet(list.getMetadata(), ListMeta::new);
		return new Chunk<>(items, (StringUtils.hasLength(about.getContinue())) ? about.getContinue() : null,
				Objects.requireNonNullElse(about.getResourceVersion(), ""), about.getRemainingItemCount());
	}

}
