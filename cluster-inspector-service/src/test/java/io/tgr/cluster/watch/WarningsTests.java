package io.tgr.cluster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Warning;

import static org.assertj.core.api.Assertions.assertThat;

class WarningsTests {

	private final MovableClock clock = new MovableClock();

	private final WatchedCluster cluster = new WatchedCluster(this.clock, 16);

	private final Warnings warnings = this.cluster.warnings;

	@Test
	void newestComeFirstAndFew() {
		for (int minute = 0; minute < 7; minute++) {
			warn("pod", "event-" + minute, Duration.ofMinutes(minute));
		}
		assertThat(this.warnings.of("pod")).extracting(Warning::uid)
			.containsExactly("event-0", "event-1", "event-2", "event-3", "event-4");
		assertThat(this.warnings.size()).isEqualTo(Warnings.PER_POD);
		assertThat(this.warnings.of("another")).isEmpty();
	}

	@Test
	void eventThatCountsOnReplacesItself() {
		warn("pod", "event", Duration.ofMinutes(5));
		warn("pod", "event", Duration.ofMinutes(1));
		assertThat(this.warnings.of("pod")).singleElement()
			.extracting(Warning::lastSeenAt)
			.isEqualTo(this.clock.instant().minus(Duration.ofMinutes(1)));
	}

	@Test
	void anHourLaterTheyAreForgotten() {
		warn("pod", "old", Duration.ofMinutes(61));
		warn("pod", "young", Duration.ofMinutes(30));
		assertThat(this.warnings.of("pod")).extracting(Warning::uid).containsExactly("young");
		this.clock.advance(Duration.ofMinutes(31));
		assertThat(this.warnings.of("pod")).isEmpty();
		this.clock.advance(Duration.ofMinutes(31));
		warn("another", "event", Duration.ZERO);
		assertThat(this.warnings.size()).isOne();
	}

	@Test
	void theyGoWithThePod() {
		PodRow pod = WatchedCluster.pod("shop", "a", "pod", 1);
		this.cluster.listed(pod);
		warn("pod", "event", Duration.ZERO);
		this.cluster.remove(pod);
		assertThat(this.warnings.of("pod")).isEmpty();
	}

	@Test
	void theyGoWithTheRightToSeeThem() {
		warn("pod", "event", Duration.ZERO);
		this.warnings.retain(Set.of(Scope.CLUSTER));
		assertThat(this.warnings.of("pod")).hasSize(1);
		this.warnings.retain(Set.of(new Scope("shop")));
		assertThat(this.warnings.of("pod")).isEmpty();
	}

	@Test
	void theyAreBounded() {
		for (int pod = 0; pod < 25_000; pod++) {
			warn("pod-" + pod, "event-" + pod, Duration.ZERO);
		}
		assertThat(this.warnings.size()).isBetween(15_000, 20_000);
	}

	private void warn(String pod, String event, Duration ago) {
		Instant seen = this.clock.instant().minus(ago);
		this.cluster.warn(new Warning(event, pod, "BackOff", "Back-off restarting", 1, seen, seen));
	}

}
