package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.License;

/** A licence in an answer. */
final class LicenseDocument {

	private LicenseDocument() {
	}

	static @Nullable Map<String, @Nullable Object> of(@Nullable License license, ApiUrls urls) {
		if (license == null) {
			return null;
		}
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("key", license.key());
		document.put("name", license.name());
		document.put("spdx_id", license.spdxId());
		document.put("url", license.known() ? urls.base() + "/licenses/" + license.key() : null);
		document.put("node_id", license.nodeId());
		return document;
	}

}
