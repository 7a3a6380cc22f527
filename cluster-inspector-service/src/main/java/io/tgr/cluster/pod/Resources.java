package io.tgr.cluster.pod;

import org.jspecify.annotations.Nullable;

/**
 * Processor and memory, asked for, allowed or used.
 *
 * @param cpuMillis thousandths of a processor, {@code null} if not said
 * @param memoryBytes bytes, {@code null} if not said
 */
public record Resources(@Nullable Long cpuMillis, @Nullable Long memoryBytes) {

	/**
	 * Nothing is said.
	 */
	public static final Resources NONE = new Resources(null, null);

}
