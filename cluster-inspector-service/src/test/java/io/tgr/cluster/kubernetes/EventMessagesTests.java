package io.tgr.cluster.kubernetes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventMessagesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"/bin/S3CRET\": stat /bin/S3CRET: no such file or directory"
					+ "|failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: <withheld>: no such file or directory",
			"Error: OCI runtime create failed: exec: \"S3CRET\": executable file not found in $PATH: unknown"
					+ "|Error: OCI runtime create failed: exec: <withheld>: executable file not found in $PATH: unknown",
			"Error: exec: \"S3CRET\": something new|Error: exec: <withheld>",
			"Error: container create failed: executable file S3CRET not found|Error: container create failed: <withheld>",
			"Readiness probe failed: key S3CRET is wrong|Readiness probe failed: <withheld>",
			"Liveness probe errored and resulted in unknown state: S3CRET|Liveness probe errored and resulted in unknown state: <withheld>",
			"Exec lifecycle hook ([sh -c login S3CRET]) for Container \"app\" failed|Exec lifecycle hook (<withheld>" })
	void whatACommandOrAProgramSaysIsLeftOut(String message, String told) {
		assertThat(EventMessages.told(message)).isEqualTo(told);
	}

	@Test
	void ofALongOneTheBeginningIsKept() {
		assertThat(EventMessages.told("x".repeat(1_000_000))).isEqualTo("x".repeat(1024) + "…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Error: secret \"db\" not found", "Error: ImagePullBackOff",
			"Back-off restarting failed container app in pod web_shop(0c00e48a)",
			"Readiness probe failed: HTTP probe failed with statuscode: 500",
			"Readiness probe failed: Get \"http://10.0.0.1:8080/\": dial tcp 10.0.0.1:8080: connect: connection refused",
			"Liveness probe failed: dial tcp 10.0.0.1:80: connect: connection refused",
			"0/3 nodes are available: 3 Insufficient memory.", "" })
	void whatTheClusterSaysIsKept(String message) {
		assertThat(EventMessages.told(message)).isEqualTo(message);
	}

}
