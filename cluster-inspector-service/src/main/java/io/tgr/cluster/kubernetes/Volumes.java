package io.tgr.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Volume;

/**
 * Reads volumes: what they are, and the name of what they come from.
 */
final class Volumes {

	private Volumes() {
	}

	static PodVolume of(Volume volume) {
		String name = volume.getName();
		if (volume.getConfigMap() != null) {
			return new PodVolume(name, "configMap", volume.getConfigMap().getName());
		}
		if (volume.getSecret() != null) {
			return new PodVolume(name, "secret", volume.getSecret().getSecretName());
		}
		if (volume.getPersistentVolumeClaim() != null) {
			return new PodVolume(name, "persistentVolumeClaim", volume.getPersistentVolumeClaim().getClaimName());
		}
		if (volume.getHostPath() != null) {
			return new PodVolume(name, "hostPath", volume.getHostPath().getPath());
		}
		if (volume.getCsi() != null) {
			return new PodVolume(name, "csi", volume.getCsi().getDriver());
		}
		return new PodVolume(name, nameless(volume), null);
	}

	private static String nameless(Volume volume) {
		if (volume.getEmptyDir() != null) {
			return "emptyDir";
		}
		if (volume.getProjected() != null) {
			return "projected";
		}
		if (volume.getDownwardAPI() != null) {
			return "downwardAPI";
		}
		if (volume.getEphemeral() != null) {
			return "ephemeral";
		}
		if (volume.getNfs() != null) {
			return "nfs";
		}
		return (volume.getImage() != null) ? "image" : "other";
	}

}
