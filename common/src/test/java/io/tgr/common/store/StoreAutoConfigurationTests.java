package io.tgr.common.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class StoreAutoConfigurationTests {

	@TempDir
	private Path directory;

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, OutboundHttpAutoConfiguration.class))
		.withPropertyValues("spring.application.name=a-service", "tgr.github.url=http://127.0.0.1:8090/api/v3");

	@Test
	void opensAFileOfItsServiceAndGithubHost() {
		this.runner.withPropertyValues("tgr.store.path=" + this.directory).run((context) -> {
			assertThat(context).hasSingleBean(KeyValueStore.class);
			assertThat(context.getBean(KeyValueStore.class).available()).isTrue();
			assertThat(context.getBean(KeyValueStore.class).shared()).isFalse();
			assertThat(this.directory.resolve("a-service/127.0.0.1_8090/store.mv")).exists();
		});
	}

	@Test
	void opensNothingForAServiceThatDoesNotAskGithub() {
		this.runner.withPropertyValues("tgr.store.path=" + this.directory, "tgr.github.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(KeyValueStore.class));
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void keepsEverythingInMemoryWithoutAPath() {
		this.runner.withPropertyValues("tgr.store.path=")
			.run((context) -> assertThat(context.getBean(KeyValueStore.class).available()).isTrue());
	}

	@Test
	void usesRedisWhenThereIsAnAddress() {
		try (RedisServer redis = RedisServer.start("s3cret-word")) {
			this.runner
				.withPropertyValues("tgr.store.redis.url=" + redis.url(), "tgr.store.redis.password=s3cret-word",
						"tgr.store.path=" + this.directory)
				.run((context) -> {
					assertThat(context.getBean(KeyValueStore.class).shared()).isTrue();
					assertThat(context.getBean(KeyValueStore.class).available()).isTrue();
				});
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void anAddressThatIsNoneStopsTheStartWithASentence() {
		this.runner.withPropertyValues("tgr.store.redis.url=redis://:s3cret@")
			.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
				.contains("TGR_STORE_REDIS_URL")
				.doesNotContain("s3cret"));
	}

	@Test
	void aPlaceThatCannotBeWrittenStopsTheStartWithASentence() throws IOException {
		Path taken = Files.writeString(this.directory.resolve("taken"), "");
		this.runner.withPropertyValues("tgr.store.path=" + taken)
			.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
				.contains("cannot be written", taken.toString()));
	}

	private static FailureAnalyzedException failure(@Nullable Throwable startup) {
		Throwable failure = startup;
		while (failure != null && !(failure instanceof FailureAnalyzedException)) {
			failure = failure.getCause();
		}
		assertThat(failure).isInstanceOf(FailureAnalyzedException.class);
		return (FailureAnalyzedException) failure;
	}

}
