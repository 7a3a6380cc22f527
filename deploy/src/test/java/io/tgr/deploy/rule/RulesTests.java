package io.tgr.deploy.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTests {

	private static final String GATEWAY_API = "gateway-api.yaml";

	private static final String AMBASSADOR = "ambassador.yaml";

	@ParameterizedTest
	@ValueSource(strings = { AMBASSADOR, GATEWAY_API })
	void goodManifestsBreakNoRule(String gateway) throws IOException {
		Rendering good = new Rendering(gateway, good(gateway), Set.of("filled-in"));
		assertThat(rules().flatMap((rule) -> rule.violations(good).map((violation) -> rule + ": " + violation)))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("breakages")
	void aRuleSeesThatItIsBroken(Breakage breakage) throws IOException {
		Rendering broken = breakage.applied(good(breakage.concerns("HTTPRoute Gateway") ? GATEWAY_API : AMBASSADOR));
		assertThat(rules().filter((rule) -> rule.name().equals(breakage.rule()))
			.flatMap((rule) -> rule.violations(broken))).isNotEmpty();
	}

	@Test
	void thereIsNoRuleThatCannotBreak() throws IOException {
		assertThat(breakages()).extracting(Breakage::rule).containsAll(rules().map(Rule::name).toList());
	}

	@Test
	void noTwoRulesHaveOneName() {
		assertThat(rules().map(Rule::name)).doesNotHaveDuplicates();
	}

	@Test
	void aViolationNamesTheResourceAndWhatIsAllowed() throws IOException {
		Rendering broken = Breakage.of("|Mapping/trending|spec.hostname|").applied(good(AMBASSADOR));
		assertThat(rules().flatMap((rule) -> rule.violations(broken))).extracting(Violation::toString)
			.containsExactly("Mapping tgr/trending has no hostname and so never routes: write \"*\" or the host");
	}

	static List<Breakage> breakages() throws IOException {
		return read("broken.csv").lines().filter((line) -> !line.startsWith("#")).map(Breakage::of).toList();
	}

	private static Stream<Rule> rules() {
		return Stream.concat(Rules.ALWAYS.stream(), Rules.FOR_OVERLAYS.stream());
	}

	private static List<Resource> good(String gateway) throws IOException {
		List<Resource> resources = new ArrayList<>(Resource.read(read("good.yaml")));
		resources.addAll(Resource.read(read(gateway)));
		return resources;
	}

	private static String read(String name) throws IOException {
		try (InputStream content = RulesTests.class.getResourceAsStream(name)) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
