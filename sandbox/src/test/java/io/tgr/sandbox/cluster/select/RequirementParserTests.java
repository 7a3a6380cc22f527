package io.tgr.sandbox.cluster.select;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequirementParserTests {

	// What an API server 1.34 says to these.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					a b c       | unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt
					a===b       | unable to parse requirement: found '=', expected: identifier
					a in (x     | unable to parse requirement: found '', expected: ',' or ')'
					,           | found ',', expected: !, identifier, or 'end of string'
					!           | unable to parse requirement: found '', expected: identifier
					a notin x   | unable to parse requirement: found 'x' expected: '('
					a=b c       | found 'c', expected: ',' or 'end of string'
					!a=b        | found '=', expected: ',' or 'end of string'
					a,,         | found ',', expected: identifier after ','
					a>x         | unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer
					/b          | unable to parse requirement: <nil>: Invalid value: "/b": prefix part must be non-empty
					a/b/c       | unable to parse requirement: <nil>: Invalid value: "a/b/c": a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')
					A_/b        | unable to parse requirement: <nil>: Invalid value: "A_/b": prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
					-a=b        | unable to parse requirement: <nil>: Invalid value: "-a": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
					a=-b_       | unable to parse requirement: values[0][a]: Invalid value: "-b_": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
					""")
	void complainsInTheWordsOfTheApiServer(String selector, String message) {
		assertThatExceptionOfType(SelectorException.class).isThrownBy(() -> LabelSelector.parse(selector))
			.withMessage(message);
	}

}
