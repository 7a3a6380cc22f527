package io.tgr.deploy.manifest;

/**
 * A container of a workload's pods.
 *
 * @param workload whose it is
 * @param node its part of the manifest
 */
public record Container(Workload workload, Node node) {

	public String name() {
		return this.node.at("name").text();
	}

	public Node at(String path) {
		return this.node.at(path);
	}

	int port(Node nameOrNumber) {
		return at("ports").items()
			.filter((port) -> nameOrNumber.present() && (nameOrNumber.text().equals(port.at("name").text())
					|| nameOrNumber.text().equals(port.at("containerPort").text())))
			.mapToInt((port) -> port.at("containerPort").number(0))
			.findFirst()
			.orElse(0);
	}

	@Override
	public String toString() {
		return "container " + name() + " of " + this.workload;
	}

}
