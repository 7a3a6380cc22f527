package io.tgr.local.gateway;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MappingManifestsTests {

	@Test
	void whatAManifestLeavesOpenIsAsAmbassadorHasIt() {
		assertThat(read("hostname: '*'\n  prefix: /a/\n  service: a-service:80"))
			.containsExactly(new Mapping("a", "/a/", false, "/", "a-service", Duration.ofSeconds(3), null));
	}

	@Test
	void aStreamHasNoTimeoutButAnIdleLimit() {
		assertThat(read("hostname: '*'\n  prefix: /a\n  prefix_exact: true\n  rewrite: ''\n  service: a-service\n"
				+ "  timeout_ms: 0\n  idle_timeout_ms: 60000"))
			.containsExactly(new Mapping("a", "/a", true, "", "a-service", null, Duration.ofMinutes(1)));
	}

	@Test
	void aMappingWithoutHostnameIsRefusedSinceItWouldNeverRoute() {
		assertThatIllegalStateException().isThrownBy(() -> read("prefix: /a/\n  service: a-service"))
			.withMessageContaining("hostname");
	}

	@Test
	void aFieldThatThisGatewayDoesNotUnderstandIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> read("hostname: '*'\n  prefix: /a/\n  service: a-service\n  prefix_regex: true"))
			.withMessageContaining("prefix_regex");
	}

	private static List<Mapping> read(String spec) {
		String manifest = "kind: Mapping\nmetadata:\n  name: a\nspec:\n  " + spec + "\n---\nkind: Service\n";
		return new MappingManifests(MappingManifestsTests.class.getClassLoader())
			.read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
			.toList();
	}

}
