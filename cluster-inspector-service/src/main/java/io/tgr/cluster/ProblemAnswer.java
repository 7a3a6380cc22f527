package io.tgr.cluster;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details by RFC 9457, as the API's description shows them.
 *
 * @param type the kind of problem, {@code urn:tgr:problem:...}
 * @param title the same in words
 * @param status the status of the answer
 * @param detail what happened here
 * @param instance the path asked for
 * @param parameter of an {@code invalid-parameter}: the one at fault
 * @param value of an {@code invalid-parameter}: what came, {@code null} when nothing did
 * @param allowed of an {@code invalid-parameter}: what is allowed, in words
 * @param nearest of an {@code invalid-parameter}: what may have been meant
 * @param verb of {@code not-allowed} and {@code inspector-not-allowed}: the verb of the
 * right that is missing
 * @param resource its resource
 * @param namespace its namespace, {@code null} for the whole cluster
 * @param role the Role or ClusterRole that would give it, as YAML
 */
@Schema(requiredProperties = { "type", "title", "status", "detail", "instance" })
record ProblemAnswer(URI type, String title, int status, String detail, URI instance, @Nullable String parameter,
		@Nullable String value, @Nullable String allowed, @Nullable List<String> nearest, @Nullable String verb,
		@Nullable String resource, @Nullable String namespace, @Nullable String role) {

}
