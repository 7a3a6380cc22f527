package io.tgr.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Owner;

/**
 * Reads who manages an object.
 */
final class OwnerLinks {

	private OwnerLinks() {
	}

	static OwnerLink of(HasMetadata object) {
		ObjectMeta metadata = object.getMetadata();
		Owner self = new Owner(Interned.text(object.getKind()), metadata.getName(), metadata.getUid());
		return new OwnerLink(metadata.getUid(), self, controller(metadata));
	}

	static @Nullable Owner controller(ObjectMeta metadata) {
		for (OwnerReference owner : metadata.getOwnerReferences()) {
			if (Boolean.TRUE.equals(owner.getController())) {
				return Interned.value(new Owner(owner.getKind(), owner.getName(), owner.getUid()));
			}
		}
		return null;
	}

}
