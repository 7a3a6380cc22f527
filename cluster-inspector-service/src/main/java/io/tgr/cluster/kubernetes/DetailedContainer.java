package io.tgr.cluster.kubernetes;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to know of one container beyond its row.
 *
 * @param name its name
 * @param imageId the image that runs, by its digest
 * @param waitingMessage why it waits
 * @param ports its ports, as {@code name 8080/TCP}
 * @param environment the names of its variables
 * @param mounts its mounts
 */
public record DetailedContainer(String name, @Nullable String imageId, @Nullable String waitingMessage,
		List<String> ports, List<EnvironmentName> environment, List<Mount> mounts) {

	/**
	 * A variable of the environment, or all variables of one source.
	 *
	 * @param name its name, or the prefix of all, ending with {@code *}
	 * @param source {@code value}, {@code secret}, {@code configMap}, {@code field},
	 * {@code resource} or {@code file}
	 * @param from the name of the Secret or ConfigMap, or the field
	 * @param key the key in it
	 */
	public record EnvironmentName(String name, String source, @Nullable String from, @Nullable String key) {

	}

	/**
	 * A volume in the file system of a container.
	 *
	 * @param volume the volume's name
	 * @param path where it is
	 * @param readOnly whether it is only read
	 */
	public record Mount(String volume, String path, boolean readOnly) {

	}

}
