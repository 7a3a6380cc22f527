package io.tgr.common.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	@TempDir
	private Path directory;

	@Test
	void theVariablesOfADotEnvFileArrive() throws IOException {
		try (ConfigurableApplicationContext context = start("GITHUB_TOKEN=abc\nPORT=9999\nENV=dev\nDEBUG=True\n")) {
			ConfigurableEnvironment environment = context.getEnvironment();
			assertThat(environment.getProperty("tgr.github.token")).isEqualTo("abc");
			assertThat(environment.getProperty("server.port")).isEqualTo("9999");
			assertThat(environment.getActiveProfiles()).containsExactly("dev");
			assertThat(environment.getProperty("debug")).isEqualTo("true");
			assertThat(environment.containsProperty("logging.structured.format.console")).isFalse();
		}
	}

	@Test
	void quotesAndCommentsOfADotEnvFileAreNoPartOfItsValues() throws IOException {
		try (ConfigurableApplicationContext context = start(
				"# mine\nexport GITHUB_TOKEN=\"a#b\" # secret\nPORT=9999 # free\nENV='dev'\n")) {
			ConfigurableEnvironment environment = context.getEnvironment();
			assertThat(environment.getProperty("tgr.github.token")).isEqualTo("a#b");
			assertThat(environment.getProperty("server.port", Integer.class)).isEqualTo(9999);
			assertThat(environment.getActiveProfiles()).containsExactly("dev");
		}
	}

	@Test
	void aDotEnvFileThatCannotBeReadStopsTheStartWithASentence(CapturedOutput output) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> start("ENV=dev\nGITHUB_TOKEN=\"ghp_secret"));
		assertThat(output.getAll()).contains("Line 2 of .env opens a quote and does not close it")
			.doesNotContain("ghp_secret");
	}

	@Test
	void whatTheStartSaysWins() throws IOException {
		try (ConfigurableApplicationContext context = start("GITHUB_TOKEN=abc\nPORT=9999\nENV=dev\n",
				"--server.port=1234", "--tgr.github.token=", "--management.endpoints.web.exposure.include=health")) {
			ConfigurableEnvironment environment = context.getEnvironment();
			assertThat(environment.getProperty("server.port")).isEqualTo("1234");
			assertThat(environment.getProperty("tgr.github.token")).isEmpty();
			assertThat(environment.getProperty("management.endpoints.web.exposure.include")).isEqualTo("health");
		}
	}

	@Test
	void aServicesOwnSettingsWinOverTheDefaults() throws IOException {
		Files.writeString(this.directory.resolve("application.yml"),
				"server.port: 4321\nspring.lifecycle.timeout-per-shutdown-phase: 3s\n");
		try (ConfigurableApplicationContext context = start("ENV=dev\n",
				"--spring.config.location=" + this.directory.resolve("application.yml"))) {
			assertThat(context.getEnvironment().getProperty("server.port")).isEqualTo("4321");
			assertThat(context.getEnvironment().getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
				.isEqualTo("3s");
		}
	}

	@Test
	void withoutAWordItIsProduction(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = start("")) {
			ConfigurableEnvironment environment = context.getEnvironment();
			assertThat(environment.getActiveProfiles()).containsExactly("prod");
			assertThat(environment.getProperty("server.port")).isEqualTo("8080");
			assertThat(environment.getProperty("spring.reactor.context-propagation")).isEqualTo("auto");
			assertThat(environment.getProperty("management.endpoints.web.exposure.include"))
				.isEqualTo("health,info,prometheus");
			assertThat(output.getOut()).contains("\"@timestamp\"", "\"ecs\"");
		}
	}

	@ParameterizedTest
	@CsvSource({ "True,true", "TRUE,true", "true,true", "False,false", "FALSE,false", "'',false" })
	void debugIsReadAsPeopleWriteIt(String written, String meant) {
		assertThat(processed(written).getProperty("debug")).isEqualTo(meant);
	}

	@Test
	void anArgumentWinsOverTheVariable() {
		ConfigurableEnvironment environment = environment("False");
		environment.getPropertySources().addFirst(new MapPropertySource("arguments", Map.of("debug", "")));
		new TgrEnvironment().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("debug")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "1", "verbose" })
	void anyOtherWordStopsTheStartWithASentence(String word, CapturedOutput output) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> start("ENV=dev\nDEBUG=" + word + "\n"));
		assertThat(output.getAll()).contains("DEBUG cannot be '" + word + "'", "Set DEBUG to True or False");
	}

	private static ConfigurableEnvironment processed(String debug) {
		ConfigurableEnvironment environment = environment(debug);
		new TgrEnvironment().postProcessEnvironment(environment, new SpringApplication());
		return environment;
	}

	private static ConfigurableEnvironment environment(String debug) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new MapPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of("DEBUG", debug)));
		return environment;
	}

	private ConfigurableApplicationContext start(String env, String... arguments) throws IOException {
		Path file = Files.writeString(this.directory.resolve(".env"), env);
		SpringApplication application = new SpringApplication(StartTests.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		String[] all = Arrays.copyOf(arguments, arguments.length + 1);
		all[arguments.length] = "--spring.config.import=optional:file:" + file;
		return application.run(all);
	}

}
