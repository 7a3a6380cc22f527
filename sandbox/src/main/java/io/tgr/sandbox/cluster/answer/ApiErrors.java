package io.tgr.sandbox.cluster.answer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.request.RequestInfo;

/** The errors of the API server, in its words. */
public final class ApiErrors {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String STALE_LIST = "The provided continue parameter is too old to display a consistent list"
			+ " result. You can start a new list without the continue parameter, or use the continue token in this"
			+ " response to retrieve the remainder of the results. Continuing with the provided token results in an"
			+ " inconsistent list - objects that were created, modified, or deleted between the time the first chunk"
			+ " was returned and now may show up in the list.";

	private ApiErrors() {
	}

	/**
	 * An object is not there.
	 * @param info what was asked for
	 * @return 404
	 */
	public static StatusException notFound(RequestInfo info) {
		String name = (info.name() != null) ? info.name() : "";
		String message = qualified(info) + " \"" + name + "\" not found";
		return new StatusException(status(404, "NotFound", message, details(info)));
	}

	/**
	 * A kind of objects is not served.
	 * @return 404
	 */
	public static StatusException noSuchResource() {
		return new StatusException(
				status(404, "NotFound", "the server could not find the requested resource", NODES.objectNode()));
	}

	/**
	 * A method is not served.
	 * @return 405
	 */
	public static StatusException methodNotAllowed() {
		return new StatusException(status(405, "MethodNotAllowed",
				"the server does not allow this method on the requested resource", NODES.objectNode()));
	}

	/**
	 * A request makes no sense.
	 * @param message what is wrong
	 * @return 400
	 */
	public static StatusException badRequest(String message) {
		return new StatusException(status(400, "BadRequest", message, null));
	}

	/**
	 * A token is not known.
	 * @return 401
	 */
	public static StatusException unauthorized() {
		return new StatusException(status(401, "Unauthorized", "Unauthorized", null));
	}

	/**
	 * A user may not do what is asked for.
	 * @param user the name of the user
	 * @param info what was asked for
	 * @return 403
	 */
	public static StatusException forbidden(String user, RequestInfo info) {
		String who = "forbidden: User \"" + user + "\" cannot " + info.verb();
		if (info.resource().isEmpty()) {
			return new StatusException(
					status(403, "Forbidden", who + " path \"" + info.path() + "\"", NODES.objectNode()));
		}
		String name = (info.name() != null) ? " \"" + info.name() + "\"" : "";
		String where = (info.namespace() != null) ? " in the namespace \"" + info.namespace() + "\""
				: " at the cluster scope";
		String message = qualified(info) + name + " is " + who + " resource \"" + info.ruled() + "\" in API group \""
				+ info.group() + "\"" + where;
		return new StatusException(status(403, "Forbidden", message, details(info)));
	}

	/**
	 * A list can't be continued as it was.
	 * @param token goes on with the list as it is now
	 * @return 410
	 */
	public static StatusException staleList(String token) {
		ObjectNode status = status(410, "Expired", STALE_LIST, null);
		((ObjectNode) status.get("metadata")).put("continue", token);
		return new StatusException(status);
	}

	/**
	 * A version is no longer known.
	 * @param message which
	 * @return 410
	 */
	public static StatusException expired(String message) {
		return new StatusException(status(410, "Expired", message, null));
	}

	/**
	 * A field of an object is wrong.
	 * @param object the kind and name of the object, quoted
	 * @param details what is told of the object
	 * @param field the path of the field
	 * @param complaint what is wrong with it
	 * @return 422
	 */
	public static StatusException invalid(String object, ObjectNode details, String field, String complaint) {
		details.putArray("causes")
			.addObject()
			.put("reason", "FieldValueInvalid")
			.put("message", complaint)
			.put("field", field);
		return new StatusException(
				status(422, "Invalid", object + " is invalid: " + field + ": " + complaint, details));
	}

	/**
	 * Any other error.
	 * @param code the HTTP status
	 * @param reason the reason; nothing if it has none
	 * @param message the message
	 * @param details the details, if any
	 * @return the error
	 */
	public static StatusException of(int code, @Nullable String reason, String message, @Nullable ObjectNode details) {
		return new StatusException(status(code, reason, message, details));
	}

	private static ObjectNode status(int code, @Nullable String reason, String message, @Nullable ObjectNode details) {
		ObjectNode status = NODES.objectNode().put("kind", "Status").put("apiVersion", "v1");
		status.putObject("metadata");
		status.put("status", "Failure").put("message", message);
		if (reason != null) {
			status.put("reason", reason);
		}
		if (details != null) {
			status.set("details", details);
		}
		return status.put("code", code);
	}

	private static ObjectNode details(RequestInfo info) {
		ObjectNode details = NODES.objectNode();
		if (info.name() != null) {
			details.put("name", info.name());
		}
		if (!info.group().isEmpty()) {
			details.put("group", info.group());
		}
		return details.put("kind", info.resource());
	}

	private static String qualified(RequestInfo info) {
		return info.group().isEmpty() ? info.resource() : info.resource() + "." + info.group();
	}

}
