package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;

import static org.assertj.core.api.Assertions.assertThat;

class UsageFiguresTests {

	private static final PodKey KEY = new PodKey("shop", "a");

	private final MovableClock clock = new MovableClock();

	private final UsageFigures figures = new UsageFigures(this.clock);

	private final PodUsage usage = new PodUsage(this.clock.instant(), Map.of());

	@Test
	void nothingIsKnownAtFirst() {
		assertThat(this.figures.of(KEY)).isNull();
		assertThat(this.figures.available()).isFalse();
	}

	@Test
	void figuresAreKnownForMinutes() {
		this.figures.replace(new Scope("shop"), Map.of(KEY, this.usage));
		this.clock.advance(Duration.ofMinutes(4));
		assertThat(this.figures.of(KEY)).isEqualTo(this.usage);
		assertThat(this.figures.available()).isTrue();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.figures.of(KEY)).isNull();
		assertThat(this.figures.available()).isFalse();
	}

	@Test
	void figuresGoWithTheRightToSeeThem() {
		this.figures.replace(Scope.CLUSTER, Map.of(KEY, this.usage));
		this.figures.retain(Set.of(Scope.CLUSTER));
		assertThat(this.figures.of(KEY)).isEqualTo(this.usage);
		this.figures.retain(Set.of());
		assertThat(this.figures.of(KEY)).isNull();
		assertThat(this.figures.available()).isFalse();
	}

}
