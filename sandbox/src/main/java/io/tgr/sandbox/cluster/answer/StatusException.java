package io.tgr.sandbox.cluster.answer;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API server answers with an error.
 */
public final class StatusException extends RuntimeException {

	private final transient ObjectNode status;

	StatusException(ObjectNode status) {
		super(status.path("message").asString(""));
		this.status = status;
	}

	/**
	 * The answer.
	 * @return a Status object
	 */
	public ObjectNode status() {
		return this.status;
	}

	HttpStatus code() {
		return HttpStatus.valueOf(this.status.path("code").asInt());
	}

}
