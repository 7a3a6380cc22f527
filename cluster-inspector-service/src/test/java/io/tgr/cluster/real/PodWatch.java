package io.tgr.cluster.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain watch of the pods of a namespace, printed by the API server itself.
 */
final class PodWatch implements AutoCloseable {

	private final InputStream body;

	private final List<Step> steps = new CopyOnWriteArrayList<>();

	private PodWatch(InputStream body) {
		this.body = body;
		Thread reader = new Thread(this::read, "watch");
		reader.setDaemon(true);
		reader.start();
	}

	static PodWatch open(RealCluster cluster, String namespace) {
		String path = "/api/v1/namespaces/%s/pods".formatted(namespace);
		String version = cluster.get(path).at("/metadata/resourceVersion").asString();
		return new PodWatch(cluster
			.open("%s?watch=1&includeObject=Metadata&timeoutSeconds=600&resourceVersion=%s".formatted(path, version),
					RealCluster.TABLE)
			.body());
	}

	List<Step> steps() {
		return this.steps;
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(this.body, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				long at = System.nanoTime();
				JsonNode event = JsonMapper.shared().readTree(line);
				for (JsonNode row : event.at("/object/rows")) {
					this.steps.add(step(event.get("type").asString(), row, at));
				}
			}
		}
		catch (IOException ex) {
			// We closed it ourselves, or the API server did: the steps tell.
		}
	}

	private static Step step(String type, JsonNode row, long at) {
		List<String> cells = new ArrayList<>();
		row.get("cells").forEach((cell) -> cells.add(cell.asString()));
		return Step.of(type, row.at("/object/metadata/uid").asString(), cells, at);
	}

	@Override
	public void close() throws IOException {
		this.body.close();
	}

}
