package io.tgr.system.cluster;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a deployment that gets no traffic, to make mistakes on.
 */
final class Copy implements AutoCloseable {

	private static final String NAME = "mistaken";

	private final String selector = "app.kubernetes.io/name=" + NAME;

	/**
	 * Makes the copy.
	 * @param deployment the deployment to copy
	 * @param mistake what is changed in its container
	 */
	Copy(String deployment, Consumer<ObjectNode> mistake) {
		ObjectNode copy = (ObjectNode) Kubectl.json("get", "deployment", deployment);
		copy.remove("status");
		copy.putObject("metadata").put("name", NAME);
		ObjectNode spec = (ObjectNode) copy.get("spec");
		spec.put("replicas", 1);
		spec.putObject("selector").putObject("matchLabels").put("app.kubernetes.io/name", NAME);
		ObjectNode template = (ObjectNode) spec.get("template");
		template.putObject("metadata").putObject("labels").put("app.kubernetes.io/name", NAME);
		mistake.accept((ObjectNode) template.at("/spec/containers/0"));
		Kubectl.apply(copy.toString());
	}

	/**
	 * Finds a variable of a container, or makes it.
	 * @param container the container
	 * @param name the name of the variable
	 * @return the variable
	 */
	static ObjectNode variable(ObjectNode container, String name) {
		return container.withArray("env")
			.valueStream()
			.filter((known) -> known.get("name").asString().equals(name))
			.map(ObjectNode.class::cast)
			.findFirst()
			.orElseGet(() -> container.withArray("env").addObject().put("name", name));
	}

	JsonNode container() {
		return Kubectl.items("get", "pods", "-l", this.selector).get(0).at("/status/containerStatuses/0");
	}

	String waiting() {
		return container().at("/state/waiting/reason").asString();
	}

	String described() {
		return Kubectl.run("describe", "pods", "-l", this.selector);
	}

	/**
	 * The log of the container that runs, or of the one before it.
	 * @return the log
	 */
	String log() {
		boolean again = container().get("restartCount").asInt() > 0;
		return Kubectl.run("logs", "--tail=-1", "-l", this.selector, "--previous=" + again);
	}

	/**
	 * Gives the pods credentials for their image's registry.
	 * @param secret the name of the Secret
	 */
	void pullWith(String secret) {
		Kubectl.run("patch", "deployment", NAME, "--patch",
				"{\"spec\": {\"strategy\": {\"type\": \"Recreate\", \"rollingUpdate\": null}, \"template\": {\"spec\": "
						+ "{\"imagePullSecrets\": [{\"name\": \"%s\"}]}}}}".formatted(secret));
	}

	@Override
	public void close() {
		Kubectl.run("delete", "deployment", NAME, "--cascade=foreground");
	}

}
