package io.tgr.common.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class DotEnvTests {

	@TempDir
	private Path folder;

	@Test
	void noFileMeansNoVariables() {
		assertThat(DotEnv.read(this.folder.resolve(".env"))).isEmpty();
	}

	@Test
	void readsWhatTheWorkshopWrites() throws IOException {
		assertThat(read("# a comment\n\nCLIENT_ID=abc\nexport PORT = 9000\r\nDEBUG=True # more\n"
				+ "HOST=\"127.0.0.1\" # quoted\nSECRET='a#b \"c\"'\nHASH=a#b\nEMPTY=\nNONE= # blank"))
			.containsOnly(entry("CLIENT_ID", "abc"), entry("PORT", "9000"), entry("DEBUG", "True"),
					entry("HOST", "127.0.0.1"), entry("SECRET", "a#b \"c\""), entry("HASH", "a#b"), entry("EMPTY", ""),
					entry("NONE", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GITHUB_TOKEN ghp_secret", "GITHUB TOKEN=ghp_secret", "=ghp_secret",
			"GITHUB_TOKEN=\"ghp_secret" })
	void aBadLineIsToldByItsNumberAndNotByItsContent(String line) {
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> read("PORT=1\n" + line))
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("Line 2 of .env")
				.doesNotContain("ghp_secret"));
	}

	@Test
	void aFileThatIsNoTextIsRefused() throws IOException {
		Path file = this.folder.resolve(".env");
		Files.write(file, new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> DotEnv.read(file))
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("UTF-8"));
	}

	private Map<String, String> read(String text) throws IOException {
		Path file = this.folder.resolve(".env");
		Files.writeString(file, text);
		return DotEnv.read(file);
	}

}
