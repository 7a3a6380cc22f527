package io.tgr.cluster.pod;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.common.web.InvalidParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabelSelectorTests {

	private static final Map<String, String> LABELS = Map.of("app", "web", "example.com/tier", "front", "empty", "",
			"in", "notin", "size", "7");

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "app=web", "app==web", "app = web", "app", " app , empty ", "!other", "! other",
			"app!=shop", "other!=x", "app in (web)", "app in (shop,web)", "app in(shop, web )", "app notin (shop)",
			"other notin (x)", "app=web,!other,example.com/tier in (front,back)", "empty=", "empty==,app=web",
			"empty in ()", "empty in (,)", "empty in (a,,b)", "app notin ()", "in=notin", "in in (in,notin)", "in",
			"!notin", "app,in", "size>6", "size<8", "app=web\t,\tapp" })
	void selects(String selector) {
		assertThat(LabelSelector.parse(selector).matches(LABELS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "app=shop", "other", "!app", "app!=web", "app in (shop)", "other in (x)",
			"app notin (web)", "app=web,other", "app=", "other=", "empty!=", "empty in (a,b)", "size>7", "size<7",
			"app>1", "other<9", "notin" })
	void doesNotSelect(String selector) {
		assertThat(LabelSelector.parse(selector).matches(LABELS)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "app like (web) | found 'like', expected: in, notin, =, ==, !=",
					"app in (a | found '', expected: ',' or ')'",
					"app in ( | found '', expected: ',', ')' or identifier", "app in web | found 'web', expected: '('",
					"app=web, | found '', expected: identifier after ','",
					"app=web,,other | found ',', expected: identifier after ','",
					"app=web other | found 'other', expected: ',' or 'end of string'",
					"=web | found '=', expected: !, identifier", ",app | found ',', expected: !, identifier",
					"app=(web) | found '(', expected: identifier", "app in (a b) | found 'b', expected: ',' or ')'",
					"app in (=) | found '=', expected", "!app=web | found '=', expected",
					"!!app | found '!', expected: identifier", "app===web | found '=', expected: identifier",
					"app=-b- | '-b-' is no value of a label", "app in (-b-) | '-b-' is no value",
					"-app | '-app' is no key of a label", "a/b/c | 'a/b/c' is no key",
					"Example.com/app | 'Example.com/app' is no key", "/app | '/app' is no key",
					"app/ | 'app/' is no key", "size>-1 | '-1' is no value of a label", "app>x | 'x' is no integer",
					"size> | '' is no integer", "größe | 'größe' is no key" })
	void refuses(String selector, String words) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> LabelSelector.parse(selector))
			.withMessageContaining(words)
			.satisfies((ex) -> assertThat(ex.parameter()).isEqualTo("labelSelector"))
			.satisfies((ex) -> assertThat(ex.value()).isEqualTo(selector));
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> LabelSelector.parse("app=" + "a".repeat(64)));
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> LabelSelector.parse("a".repeat(64)));
		assertThat(LabelSelector.parse("a".repeat(63) + "=" + "a".repeat(63)).matches(Map.of())).isFalse();
	}

}
