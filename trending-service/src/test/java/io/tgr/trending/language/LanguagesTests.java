package io.tgr.trending.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.common.web.InvalidParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LanguagesTests {

	private final Languages languages = new Languages();

	@ParameterizedTest
	@CsvSource({ "Java,Java", "java,Java", "C++,C++", "c%2B%2B,C++", "cpp,C++", "'c  ',C++", "C#,C#", "c%23,C#",
			"csharp,C#", "Jupyter Notebook,Jupyter Notebook", "jupyter-notebook,Jupyter Notebook",
			"Jupyter%20Notebook,Jupyter Notebook", "golang,Go", "rscript,R", "ren'py,Ren'Py" })
	void findsByNameAndAliasHoweverEncoded(String text, String name) {
		assertThat(this.languages.require(text).name()).isEqualTo(name);
	}

	@Test
	void findsEveryLanguageByItsOwnNameAndUrlParam() {
		assertThat(this.languages.all()).hasSize(829).allSatisfy((language) -> {
			assertThat(this.languages.require(language.name())).isSameAs(language);
			assertThat(this.languages.require(language.urlParam())).isSameAs(language);
		});
	}

	@ParameterizedTest
	@CsvSource({ "pyhton,Python", "Jav,Java", "typscript,TypeScript", "c-sharp,C#", "jupiter notebook,Jupyter Notebook",
			"rusty,Rust" })
	void namesTheNearestForAnUnknownOne(String text, String meant) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> this.languages.require(text))
			.satisfies((ex) -> assertThat(ex.nearest()).hasSize(5).contains(meant));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "%", "%zz", "java ", "☃" })
	void refusesWhatIsNoLanguage(String text) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> this.languages.require(text));
	}

	@Test
	void ordersByShare() {
		assertThat(this.languages.byShare(4)).extracting(Language::name)
			.isEqualTo(List.of("Python", "Go", "TypeScript", "C++"));
	}

}
