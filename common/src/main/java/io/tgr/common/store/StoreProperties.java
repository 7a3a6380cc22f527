package io.tgr.common.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the store.
 *
 * @param path the directory of the embedded store, one directory beneath it for each
 * service and GitHub host; blank keeps everything in memory, where nothing outlives the
 * process
 * @param maxSize the largest file of the embedded store; about half of it is data
 * @param lease how long a lease outlives its holder
 * @param redis Redis instead of the embedded store
 */
@ConfigurationProperties("tgr.store")
record StoreProperties(@DefaultValue("tgr-store") String path, @DefaultValue("256MB") DataSize maxSize,
		@DefaultValue("10s") Duration lease, @DefaultValue Redis redis) {

	/**
	 * Redis, which replicas share.
	 *
	 * @param url its address, {@code redis://} or {@code rediss://}; blank for none
	 * @param password its password, unless the address has it
	 * @param timeout how long it may take to answer
	 */
	record Redis(@Nullable String url, @Nullable String password, @DefaultValue("500ms") Duration timeout) {

		boolean isUsed() {
			return this.url != null && !this.url.isBlank();
		}

		@Override
		public String toString() {
			return "Redis[timeout=" + this.timeout + "]";
		}

	}

}
