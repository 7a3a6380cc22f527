package io.tgr.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class UserFilesTests {

	private static final Path PROJECT = Path.of("..");

	@Test
	void thereAreExamplesOfWhatUsersMake() throws IOException {
		assertThat(examples()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void whatUsersMakeIsIgnoredByGit(Path example) throws IOException {
		String real = PROJECT.relativize(example).toString().replace(".example", "");
		assertThat(Files.readAllLines(PROJECT.resolve(".gitignore"))).contains(real);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void anExampleHoldsNoValue(Path example) throws IOException {
		assertThat(Files.readString(example)).doesNotContainPattern("(?m)^#?[A-Z_]+=.+$")
			.doesNotContainPattern("\"(username|password|auth|identitytoken)\": *\"[^\"]+\"");
	}

	static List<Path> examples() throws IOException {
		try (Stream<Path> files = Files.walk(PROJECT.resolve("deploy").resolve("components"))) {
			return files.filter((file) -> file.toString().endsWith(".example")).sorted().toList();
		}
	}

}
