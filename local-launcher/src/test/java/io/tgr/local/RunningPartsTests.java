package io.tgr.local;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningPartsTests {

	private final List<String> closed = new ArrayList<>();

	private final RunningParts parts = new RunningParts();

	@Test
	void theLastStartedIsClosedFirstWhateverFails() {
		this.parts.add(() -> this.closed.add("sandbox"));
		this.parts.add(() -> {
			throw new IllegalStateException("stuck");
		});
		this.parts.add(() -> this.closed.add("gateway"));
		this.parts.close();
		assertThat(this.closed).containsExactly("gateway", "sandbox");
	}

	@Test
	void whatStartsDuringTheEndIsClosedToo() {
		this.parts.close();
		this.parts.add(() -> this.closed.add("late"));
		assertThat(this.closed).containsExactly("late");
	}

}
