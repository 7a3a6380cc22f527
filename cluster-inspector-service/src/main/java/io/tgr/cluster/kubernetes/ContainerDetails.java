package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.VolumeMount;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.DetailedContainer.EnvironmentName;
import io.tgr.cluster.kubernetes.DetailedContainer.Mount;

/**
 * Reads what an operator wants to know of each container, and of its environment the
 * names only.
 */
final class ContainerDetails {

	private final Map<String, ContainerStatus> statuses;

	private final EnvironmentValues values;

	private ContainerDetails(Map<String, ContainerStatus> statuses, EnvironmentValues values) {
		this.statuses = statuses;
		this.values = values;
	}

	static List<DetailedContainer> of(Pod pod, EnvironmentValues values) {
		ContainerDetails details = new ContainerDetails(
				PodDetails.containers(PodRows.status(pod))
					.collect(Collectors.toMap(ContainerStatus::getName, Function.identity(), (one, other) -> one)),
				values);
		List<DetailedContainer> containers = new ArrayList<>();
		for (Container container : pod.getSpec().getInitContainers()) {
			containers.add(details.container(container));
		}
		for (Container container : pod.getSpec().getContainers()) {
			containers.add(details.container(container));
		}
		for (EphemeralContainer container : pod.getSpec().getEphemeralContainers()) {
			containers.add(details.container(container.getName(), container.getPorts(), container.getEnvFrom(),
					container.getEnv(), container.getVolumeMounts()));
		}
		return containers;
	}

	private DetailedContainer container(Container container) {
		return container(container.getName(), container.getPorts(), container.getEnvFrom(), container.getEnv(),
				container.getVolumeMounts());
	}

	private DetailedContainer container(String name, List<ContainerPort> ports, List<EnvFromSource> sources,
			List<EnvVar> variables, List<VolumeMount> mounts) {
		ContainerStatus status = this.statuses.get(name);
		List<EnvironmentName> environment = new ArrayList<>();
		sources.forEach((source) -> environment.add(source(source)));
		variables.forEach((variable) -> environment.add(variable(variable)));
		return new DetailedContainer(name, (status != null) ? status.getImageID() : null, waiting(status),
				ports.stream().map(ContainerDetails::port).toList(), environment,
				mounts.stream().map(ContainerDetails::mount).toList());
	}

	private @Nullable String waiting(@Nullable ContainerStatus status) {
		return (status != null && status.getState() != null && status.getState().getWaiting() != null)
				? this.values.maskOrNull(status.getState().getWaiting().getMessage()) : null;
	}

	private static String port(ContainerPort port) {
		String number = port.getContainerPort() + "/" + Objects.requireNonNullElse(port.getProtocol(), "TCP");
		return (port.getName() != null) ? port.getName() + " " + number : number;
	}

	private static Mount mount(VolumeMount mount) {
		return new Mount(mount.getName(), mount.getMountPath(), Boolean.TRUE.equals(mount.getReadOnly()));
	}

	private static EnvironmentName source(EnvFromSource source) {
		String names = Objects.requireNonNullElse(source.getPrefix(), "") + "*";
		if (source.getSecretRef() != null) {
			return new EnvironmentName(names, "secret", source.getSecretRef().getName(), null);
		}
		return new EnvironmentName(names, "configMap",
				(source.getConfigMapRef() != null) ? source.getConfigMapRef().getName() : null, null);
	}

	private static EnvironmentName variable(EnvVar variable) {
		EnvVarSource source = variable.getValueFrom();
		String name = variable.getName();
		if (source == null) {
			return new EnvironmentName(name, "value", null, null);
		}
		if (source.getSecretKeyRef() != null) {
			return new EnvironmentName(name, "secret", source.getSecretKeyRef().getName(),
					source.getSecretKeyRef().getKey());
		}
		if (source.getConfigMapKeyRef() != null) {
			return new EnvironmentName(name, "configMap", source.getConfigMapKeyRef().getName(),
					source.getConfigMapKeyRef().getKey());
		}
		if (source.getFieldRef() != null) {
			return new EnvironmentName(name, "field", source.getFieldRef().getFieldPath(), null);
		}
		return (source.getResourceFieldRef() != null)
				? new EnvironmentName(name, "resource", source.getResourceFieldRef().getResource(), null)
				: new EnvironmentName(name, "file", null, null);
	}

}
