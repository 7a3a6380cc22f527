package io.tgr.sandbox.github.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermTests {

	@Test
	void readsWordsAndQualifiers() {
		assertThat(Term.parse("tetris language:assembly stars:>=10")).containsExactly(word("tetris"),
				new Term(false, "language", "assembly"), new Term(false, "stars", ">=10"));
	}

	@Test
	void readsQuotedValuesAndPhrases() {
		assertThat(Term.parse("\"two words\" language:\"Jupyter Notebook\"")).containsExactly(word("two words"),
				new Term(false, "language", "Jupyter Notebook"));
	}

	@Test
	void readsNegations() {
		assertThat(Term.parse("-language:php NOT wiki AND git")).containsExactly(new Term(true, "language", "php"),
				new Term(true, null, "wiki"), word("git"));
	}

	@Test
	void keepsTimesAndSymbolsInValues() {
		assertThat(Term.parse("pushed:>2026-05-01T12:00:00Z language:c++ C#")).containsExactly(
				new Term(false, "pushed", ">2026-05-01T12:00:00Z"), new Term(false, "language", "c++"), word("C#"));
	}

	private static Term word(String value) {
		return new Term(false, null, value);
	}

}
