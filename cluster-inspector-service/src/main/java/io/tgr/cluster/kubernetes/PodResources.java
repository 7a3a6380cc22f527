package io.tgr.cluster.kubernetes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Resources;

/**
 * Adds up what a pod asks for and is allowed, as the scheduler does: its containers and
 * sidecars together, or the hungriest init container with the sidecars begun before it,
 * and the overhead on top; what is said for the pod as a whole goes first.
 *
 * @param requests what it asks for
 * @param limits what it is allowed
 */
record PodResources(Resources requests, Resources limits) {

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	static PodResources of(PodSpec spec) {
		return new PodResources(Interned.value(new Resources(sum(spec, "cpu", false), sum(spec, "memory", false))),
				Interned.value(new Resources(sum(spec, "cpu", true), sum(spec, "memory", true))));
	}

	static Resources requests(@Nullable ResourceRequirements resources) {
		return Interned.value(new Resources(figure(resources, "cpu", false), figure(resources, "memory", false)));
	}

	static Resources limits(@Nullable ResourceRequirements resources) {
		return Interned.value(new Resources(figure(resources, "cpu", true), figure(resources, "memory", true)));
	}

	static @Nullable Long amount(@Nullable Map<String, Quantity> quantities, String name) {
		Quantity quantity = (quantities != null) ? quantities.get(name) : null;
		if (quantity == null) {
			return null;
		}
		BigDecimal amount = quantity.getNumericalAmount();
		return (("cpu".equals(name)) ? amount.multiply(THOUSAND) : amount).setScale(0, RoundingMode.CEILING)
			.longValue();
	}

	private static @Nullable Long sum(PodSpec spec, String name, boolean limit) {
		Long total = null;
		for (Container container : spec.getContainers()) {
			total = add(total, figure(container.getResources(), name, limit));
		}
		Long sidecars = null;
		Long starting = null;
		for (Container container : spec.getInitContainers()) {
			Long figure = figure(container.getResources(), name, limit);
			if (ContainerRows.sidecar(container)) {
				sidecars = add(sidecars, figure);
				starting = greater(starting, sidecars);
			}
			else {
				starting = greater(starting, add(sidecars, figure));
			}
		}
		total = greater(add(total, sidecars), starting);
		Long ofThePod = figure(spec.getResources(), name, limit);
		total = (ofThePod != null) ? ofThePod : total;
		return (limit && total == null) ? null : add(total, amount(spec.getOverhead(), name));
	}

	private static @Nullable Long figure(@Nullable ResourceRequirements resources, String name, boolean limit) {
		if (resources == null) {
			return null;
		}
		return amount((limit) ? resources.getLimits() : resources.getRequests(), name);
	}

	private static @Nullable Long add(@Nullable Long one, @Nullable Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one + other;
	}

	private static @Nullable Long greater(@Nullable Long one, @Nullable Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.max(one, other);
	}

}
