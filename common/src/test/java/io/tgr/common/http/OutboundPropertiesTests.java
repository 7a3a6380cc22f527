package io.tgr.common.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboundPropertiesTests {

	@Test
	void keepsWhatItIsGiven() {
		assertThat(new OutboundProperties(Duration.ofSeconds(1)).connectTimeout()).isEqualTo(Duration.ofSeconds(1));
	}

}
