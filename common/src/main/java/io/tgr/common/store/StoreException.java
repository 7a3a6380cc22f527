package io.tgr.common.store;

import org.jspecify.annotations.Nullable;

/**
 * The store did not do what it was asked; no answer to a client may depend on it.
 */
public class StoreException extends RuntimeException {

	public StoreException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
