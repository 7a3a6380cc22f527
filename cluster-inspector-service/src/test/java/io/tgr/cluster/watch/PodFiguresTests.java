package io.tgr.cluster.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

class PodFiguresTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final WatchedCluster cluster = new WatchedCluster(new MovableClock(), 16);

	private final PodFigures figures = new PodFigures(this.registry, this.cluster.cache);

	@Test
	void countsByNamespaceAndStatusWithoutItsFigures() {
		this.cluster.listed(pod("bank", "a", 1, "Init:0/3", 0), pod("bank", "b", 2, "Init:2/3", 0),
				pod("bank", "c", 3, "ExitCode:137", 0), pod("bank", "d", 4, "Init:ExitCode:1", 0),
				pod("shop", "a", 5, "Running", 0));
		this.figures.refresh();
		assertThat(pods("bank", "Init")).isEqualTo(2);
		assertThat(pods("bank", "ExitCode")).isEqualTo(1);
		assertThat(pods("bank", "Init:ExitCode")).isEqualTo(1);
		assertThat(pods("shop", "Running")).isEqualTo(1);
		this.cluster.listed(pod("shop", "a", 5, "Running", 0));
		this.figures.refresh();
		assertThat(this.registry.find("tgr.pods").tag("namespace", "bank").gauge()).isNull();
	}

	@Test
	void countsRestartsThatAreSeen() {
		this.cluster.listed(pod("shop", "a", 1, "Running", 7), pod("shop", "b", 2, "Running", 1));
		this.cluster.put(pod("shop", "a", 3, "Running", 9));
		this.cluster.put(pod("shop", "b", 4, "Running", 0));
		this.cluster.put(pod("shop", "b", 5, "Running", 1));
		assertThat(this.registry.get("tgr.pods.restarts").tag("namespace", "shop").counter().count()).isEqualTo(3);
	}

	@Test
	void tellsNoMoreApartThanAMonitoringCanBear() {
		PodRow[] rows = new PodRow[2000];
		for (int row = 0; row < rows.length; row++) {
			rows[row] = pod("ns-" + row, "a", row, "Reason" + (char) ('A' + row % 60), 0);
		}
		this.cluster.listed(rows);
		this.figures.refresh();
		assertThat(this.registry.getMeters().stream().map(Meter::getId).filter((id) -> id.getName().equals("tgr.pods")))
			.hasSizeLessThan(400);
		assertThat(this.registry.get("tgr.pods")
			.tag("namespace", PodFigures.OTHERS)
			.gauges()
			.stream()
			.mapToDouble((gauge) -> gauge.value())
			.sum()).isEqualTo(1700);
	}

	private double pods(String namespace, String status) {
		return this.registry.get("tgr.pods").tags("namespace", namespace, "status", status).gauge().value();
	}

	private static PodRow pod(String namespace, String name, long version, String status, int restarts) {
		return WatchedCluster.pod(namespace, name, namespace + name, version, status, restarts, null);
	}

}
