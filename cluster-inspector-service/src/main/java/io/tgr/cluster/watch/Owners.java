package io.tgr.cluster.watch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodRow;

/**
 * Knows who stands behind the controllers of pods: the Deployment of a ReplicaSet, the
 * CronJob of a Job.
 */
@Component
public final class Owners {

	private final Map<Place, Map<String, Owner>> owners = new ConcurrentHashMap<>();

	/**
	 * Whom a pod belongs to.
	 * @param row the pod
	 * @return who stands behind its controller, the controller itself if nobody is known
	 * to, {@code null} if the pod has none
	 */
	public @Nullable Owner of(PodRow row) {
		Owner controller = row.controller();
		if (controller == null || controller.uid() == null) {
			return controller;
		}
		Owner behind = find(controller, Scope.CLUSTER);
		behind = (behind != null) ? behind : find(controller, new Scope(row.key().namespace()));
		return (behind != null) ? behind : controller;
	}

	private @Nullable Owner find(Owner controller, Scope scope) {
		Map<String, Owner> known = this.owners.get(new Place(controller.kind(), scope));
		return (known != null && controller.uid() != null) ? known.get(controller.uid()) : null;
	}

	void replace(String kind, Scope scope, Map<String, Owner> behind) {
		this.owners.put(new Place(kind, scope), new ConcurrentHashMap<>(behind));
	}

	void put(String kind, Scope scope, String uid, @Nullable Owner behind) {
		Map<String, Owner> known = this.owners.computeIfAbsent(new Place(kind, scope),
				(place) -> new ConcurrentHashMap<>());
		if (behind != null) {
			known.put(uid, behind);
		}
		else {
			known.remove(uid);
		}
	}

	void retain(String kind, Set<Scope> scopes) {
		this.owners.keySet().removeIf((place) -> place.kind().equals(kind) && !scopes.contains(place.scope()));
	}

	int size(String kind) {
		return this.owners.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().kind().equals(kind))
			.mapToInt((entry) -> entry.getValue().size())
			.sum();
	}

	/**
	 * What a list of controllers covers.
	 *
	 * @param kind their kind
	 * @param scope where
	 */
	private record Place(String kind, Scope scope) {

	}

}
