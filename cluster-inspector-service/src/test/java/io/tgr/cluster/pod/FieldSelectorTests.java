package io.tgr.cluster.pod;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.common.web.InvalidParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FieldSelectorTests {

	private static final PodRow POD = new PodRow(new PodKey("blue", "web"), "uid", "1", Instant.EPOCH, Map.of(),
			new PodState("Running", "CrashLoopBackOff", 0, 1, 3, null, false, null, null),
			new Placement("node-1", null, List.of("10.0.0.7", "fd00::7"), false),
			new PodSettings("default", "Always", "default-scheduler", null, null), null, Resources.NONE, Resources.NONE,
			List.of());

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "metadata.name=web", "metadata.name==web", "metadata.namespace=blue",
			"spec.nodeName=node-1", "spec.nodeName!=node-2", "spec.restartPolicy=Always",
			"spec.schedulerName=default-scheduler", "spec.serviceAccountName=default", "spec.hostNetwork=false",
			"spec.hostNetwork!=true", "status.phase=Running", "status.phase!=Pending,status.phase!=Failed",
			"status.podIP=10.0.0.7", "status.podIPs=fd00::7", "status.nominatedNodeName=",
			"status.nominatedNodeName!=node-1", "metadata.name!=a\\,b",
			"metadata.name!=a\\=b\\\\,status.phase=Running" })
	void selects(String selector) {
		assertThat(FieldSelector.parse(selector).matches(POD)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "metadata.name=shop", "metadata.name=", "spec.nodeName=", "status.podIP=fd00::7",
			"status.phase=CrashLoopBackOff", "status.phase!=Running", "spec.nodeName=node-1,metadata.name=shop",
			"status.nominatedNodeName!=" })
	void doesNotSelect(String selector) {
		assertThat(FieldSelector.parse(selector).matches(POD)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "spec.image=x | 'spec.image' is no field that pods are selected by",
					"status.phase | 'status.phase' has no =", "=x | '' is no field",
					"status.phase in (Running) | 'status.phase in (Running)' has no =",
					"metadata.name=a=b | 'a=b' is no value", "metadata.name=a\\b | 'a\\b' is no value",
					"metadata.name=a\\ | is no value" })
	void refuses(String selector, String words) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> FieldSelector.parse(selector))
			.withMessageContaining(words)
			.withMessageContaining("metadata.name, metadata.namespace, spec.hostNetwork, spec.nodeName")
			.satisfies((ex) -> assertThat(ex.parameter()).isEqualTo("fieldSelector"));
	}

}
