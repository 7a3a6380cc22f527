package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.pod.PodKey;

/**
 * What a real API server said.
 */
final class Recorded {

	private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

	private Recorded() {
	}

	static byte[] bytes(String file) {
		try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(file), file)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static JsonNode json(String file) {
		return JsonMapper.shared().readTree(bytes(file));
	}

	static List<Pod> pods() {
		return SERIALIZATION.unmarshal(new String(bytes("pods.json"), StandardCharsets.UTF_8), PodList.class)
			.getItems();
	}

	static Pod pod(String name) {
		return pods().stream().filter((pod) -> pod.getMetadata().getName().equals(name)).findFirst().orElseThrow();
	}

	static <T> T read(String text, Class<T> type) {
		return SERIALIZATION.unmarshal(text, type);
	}

	static Instant tableRecordedAt() {
		return Instant.parse(json("table.json").get("recordedAt").asString());
	}

	static Map<PodKey, List<String>> tableCells() {
		return cells(json("table.json"));
	}

	static Map<PodKey, List<String>> cells(JsonNode table) {
		Map<PodKey, List<String>> rows = new LinkedHashMap<>();
		for (JsonNode row : table.get("rows")) {
			List<String> cells = new ArrayList<>();
			row.get("cells").forEach((cell) -> cells.add(cell.asString()));
			JsonNode metadata = row.get("object").get("metadata");
			rows.put(new PodKey(metadata.get("namespace").asString(), metadata.get("name").asString()), cells);
		}
		return rows;
	}

}
