package io.tgr.local;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.Resource;

import io.tgr.trending.TrendingServiceApplication;

import static org.assertj.core.api.Assertions.assertThat;

class CodeSourceResourceLoaderTests {

	@Test
	void findsTheOwnOneOfManyResourcesWithOneName() throws IOException {
		Resource inFolder = loaded(LocalLauncher.class, "classpath:/logback.xml");
		assertThat(inFolder.getURL()).hasProtocol("file");
		Resource inJar = loaded(SpringApplication.class, "classpath:/META-INF/MANIFEST.MF");
		assertThat(inJar.getURL().toString()).startsWith("jar:file:").contains("/spring-boot-4");
		assertThat(inJar.getContentAsByteArray()).isNotEmpty();
	}

	@Test
	void looksElsewhereForWhatIsNotItsOwn() {
		assertThat(loaded(TrendingServiceApplication.class, "classpath:logback.xml").exists()).isTrue();
		assertThat(loaded(TrendingServiceApplication.class, "classpath:nowhere.yml").exists()).isFalse();
	}

	private static Resource loaded(Class<?> application, String location) {
		return new CodeSourceResourceLoader(application).getResource(location);
	}

}
