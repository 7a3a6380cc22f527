package io.tgr.details;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class DetailsPropertiesFixture {

	private DetailsPropertiesFixture() {
	}

	static DetailsProperties defaults() {
		return new Binder(new MapConfigurationPropertySource()).bindOrCreate("tgr.details", DetailsProperties.class);
	}

}
