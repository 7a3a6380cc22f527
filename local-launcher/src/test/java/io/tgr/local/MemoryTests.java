package io.tgr.local;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryTests {

	private static final Map<String, String> EVERYTHING = Map.of("TGR_STORE_PATH", "kept", "TGR_STORE_REDIS_URL",
			"redis://somewhere", "TGR_STORE_REDIS_PASSWORD", "secret");

	@Test
	void whatTheSandboxShowedIsForgotten() {
		assertThat(Memory.ofSandbox(variables(Map.of()))).isEqualTo(Map.of("tgr.store.path", ""));
	}

	@Test
	void whatTheSandboxShowedIsKeptWhereItIsSaidAndNeverInARedis() {
		assertThat(Memory.ofSandbox(variables(EVERYTHING))).isEqualTo(Map.of("tgr.store.path", "kept"));
	}

	@Test
	void liveTheServicesKeepWhatTheyWould() {
		assertThat(Memory.live(variables(Map.of()))).isEmpty();
	}

	@Test
	void liveAllThatIsSaidIsPassedOn() {
		assertThat(Memory.live(variables(EVERYTHING))).isEqualTo(Map.of("tgr.store.path", "kept", "tgr.store.redis.url",
				"redis://somewhere", "tgr.store.redis.password", "secret"));
	}

	private static Variables variables(Map<String, String> environment) {
		return new Variables(Map.of(), environment);
	}

}
