package io.tgr.sandbox.cluster.life;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * New pods, with all that admission adds to them.
 */
final class PodBirth {

	private static final String DEFAULTS = """
			{"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst",
			"serviceAccountName":"default","serviceAccount":"default","securityContext":{},
			"schedulerName":"default-scheduler","priority":0,"enableServiceLinks":true,
			"preemptionPolicy":"PreemptLowerPriority","tolerations":[
			{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},
			{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}]}""";

	private static final String ACCESS = """
			{"projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},
			{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},
			{"downwardAPI":{"items":[{"path":"namespace","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}
			]}}],"defaultMode":420}}""";

	private static final JsonMapper JSON = JsonMapper.shared();

	private PodBirth() {
	}

	// A pod that nothing has placed yet.
	static ObjectNode of(Workload workload, String prefix, String suffix, ObjectNode owner, ObjectNode labels,
			Instant now) {
		ObjectNode pod = Cluster.object(ResourceType.PODS, workload.namespace(), prefix + suffix, now);
		((ObjectNode) pod.get("metadata")).put("generateName", prefix).put("generation", 1).set("labels", labels);
		Cluster.own(pod, owner);
		pod.set("spec", spec(workload.spec(), "kube-api-access-" + suffix));
		pod.putObject("status").put("phase", "Pending").put("qosClass", quality(workload.spec()));
		return pod;
	}

	private static ObjectNode spec(ObjectNode template, String volume) {
		ObjectNode spec = JSON.createObjectNode();
		ObjectNode access = spec.putArray("volumes").addObject().put("name", volume);
		access.setAll((ObjectNode) JSON.readTree(ACCESS));
		spec.setAll(template.deepCopy());
		JSON.readTree(DEFAULTS).properties().forEach((entry) -> {
			if (!spec.has(entry.getKey())) {
				spec.set(entry.getKey(), entry.getValue());
			}
		});
		spec.path("initContainers").forEach((container) -> complete((ObjectNode) container, volume));
		spec.path("containers").forEach((container) -> complete((ObjectNode) container, volume));
		return spec;
	}

	private static void complete(ObjectNode container, String volume) {
		if (!container.has("resources")) {
			container.putObject("resources");
		}
		ArrayNode mounts = container.putArray("volumeMounts");
		mounts.addObject()
			.put("name", volume)
			.put("readOnly", true)
			.put("mountPath", "/var/run/secrets/kubernetes.io/serviceaccount");
		container.put("terminationMessagePath", "/dev/termination-log")
			.put("terminationMessagePolicy", "File")
			.put("imagePullPolicy", "IfNotPresent");
	}

	private static String quality(JsonNode spec) {
		boolean any = false;
		boolean guaranteed = true;
		for (JsonNode container : spec.path("containers")) {
			JsonNode resources = container.path("resources");
			any |= !resources.isEmpty();
			guaranteed &= resources.path("limits").has("cpu") && resources.path("limits").has("memory")
					&& resources.path("limits").equals(resources.path("requests"));
		}
		return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
	}

}
