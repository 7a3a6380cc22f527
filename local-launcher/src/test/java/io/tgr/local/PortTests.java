package io.tgr.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PortTests {

	@Test
	void aBusyPortIsToldWithWhatChangesIt() throws IOException {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		try (ServerSocket busy = new ServerSocket(0, 1, loopback)) {
			Port port = new Port(busy.getLocalPort(), "trending-service", "TGR_TRENDING_PORT");
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> port.requireFree(loopback))
				.withMessage("Port %d, which trending-service needs, cannot be opened: it is in use; "
						+ "choose another one with TGR_TRENDING_PORT.", busy.getLocalPort());
		}
	}

	@Test
	void anyFreePortIsFree() {
		assertThatNoException()
			.isThrownBy(() -> new Port(0, "the gateway", "PORT").requireFree(InetAddress.getLoopbackAddress()));
	}

}
