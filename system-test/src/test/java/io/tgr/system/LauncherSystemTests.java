package io.tgr.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag(TgrExtension.LAUNCHER)
class LauncherSystemTests {

	private static final String SECRET = "sesame-open-sesame";

	@Test
	void anUnknownOptionIsAnsweredWithTheKnownOnes() {
		endsWith("Unknown option '--liev': known are --live, --anonymous, --port=NUMBER, --sandbox-day=YYYY-MM-DD "
				+ "and --help.", Launcher.start(Map.of(), "", "--liev"));
	}

	@Test
	void helpIsGivenAndNothingStarts() {
		try (Launcher launcher = Launcher.start(Map.of(), "", "--help")) {
			assertThat(launcher.exitStatus()).isZero();
			assertThat(launcher.out()).contains("--live", "--anonymous", "--port", "--sandbox-day");
		}
	}

	@Test
	void aBadLineOfTheEnvFileIsToldWithoutItsContent() {
		endsWith("Line 2 of .env is not NAME=value; comments begin with #.",
				Launcher.start(Map.of(), "DEBUG=False\nGITHUB_TOKEN " + SECRET));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLIENT_ID", "CLIENT_SECRET" })
	void halfOfTheCredentialsIsRefused(String name) {
		String other = (name.endsWith("ID")) ? "CLIENT_SECRET" : "CLIENT_ID";
		endsWith("Half of the credentials is missing: " + name + " without " + other + ".",
				Launcher.start(Map.of(name, SECRET), "", "--live"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PORT", "TGR_TRENDING_PORT", "TGR_REPO_DETAILS_PORT", "TGR_SANDBOX_PORT" })
	void aBusyPortIsToldWithTheVariableThatChangesIt(String variable) throws IOException {
		try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = String.valueOf(busy.getLocalPort());
			Launcher launcher = Launcher.start(Map.of(variable, port), "");
			String sentence = endsInOneSentence(launcher);
			assertThat(sentence).startsWith("Port " + port + ", which ").endsWith(" " + variable + ".");
		}
	}

	@Test
	void theSandboxNeverSeesRealCredentialsAndRefusedOnesStopALiveStart() {
		try (Launcher sandboxed = Launcher.start(Map.of("GITHUB_TOKEN", SECRET), "CLIENT_ID=a\nCLIENT_SECRET=b")) {
			sandboxed.gateway();
			String github = sandboxed.sandbox().toString();
			Map<String, String> live = Map.of("GITHUB_API_URL", github, "GITHUB_TOKEN", SECRET);
			String sentence = endsInOneSentence(Launcher.start(live, "", "--live"));
			assertThat(sentence).contains("refuses the credentials");
		}
	}

	@Test
	void liveWithoutCredentialsRunsAnonymouslyWithAWarningAndEndsCleanly() {
		try (Launcher sandboxed = Launcher.start(Map.of(), "", "--anonymous");
				Launcher live = Launcher
					.start(Map.of("TGR_LIVE", "True", "GITHUB_API_URL", sandboxed.sandbox().toString()), "")) {
			assertThat(live.gateway()).hasScheme("http");
			assertThat(live.err()).contains("Warning: without credentials");
			assertThat(sandboxed.gateway()).hasScheme("http");
			live.interrupt();
			assertThat(live.exitStatus()).isEqualTo(143);
			assertThat(live.out().strip().lines().reduce("", (first, last) -> last)).startsWith("tgr is ready: http");
			assertThat(live.err()).doesNotContain("\tat ");
		}
	}

	private static void endsWith(String sentence, Launcher launcher) {
		assertThat(endsInOneSentence(launcher)).isEqualTo(sentence);
	}

	private static String endsInOneSentence(Launcher launcher) {
		try (launcher) {
			assertThat(launcher.exitStatus()).isEqualTo(1);
			assertThat(launcher.err()).doesNotContain(SECRET);
			assertThat(launcher.err().lines()).hasSize(1);
			return launcher.err().strip();
		}
	}

}
