package io.tgr.cluster.watch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResourceVersionsTests {

	@ParameterizedTest
	@CsvSource({ "5,5,true", "5,6,true", "6,5,false", "9,10,true", "10,9,false",
			"99999999999999999999998,99999999999999999999999,true", "a,a,true", "a,b,false", "b,a,false" })
	void olderOrEqualVersionsBringNothingNew(String version, String known, boolean old) {
		assertThat(ResourceVersions.old(version, known)).isEqualTo(old);
	}

}
