package io.tgr.sandbox.github.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The licences of the data, and the one that a repository of unknown licence gets. */
final class Licenses {

	private static final License OTHER = new License("other", "Other", "NOASSERTION");

	private static final List<License> ALL = List.of(License.of("MIT License", "MIT"),
			License.of("Apache License 2.0", "Apache-2.0"), License.of("GNU General Public License v3.0", "GPL-3.0"),
			License.of("BSD 3-Clause \"New\" or \"Revised\" License", "BSD-3-Clause"),
			License.of("GNU Affero General Public License v3.0", "AGPL-3.0"),
			License.of("GNU General Public License v2.0", "GPL-2.0"),
			License.of("GNU Lesser General Public License v3.0", "LGPL-3.0"),
			License.of("Mozilla Public License 2.0", "MPL-2.0"), License.of("The Unlicense", "Unlicense"),
			License.of("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
			License.of("BSD 2-Clause \"Simplified\" License", "BSD-2-Clause"),
			License.of("BSD Zero Clause License", "0BSD"),
			License.of("CERN Open Hardware Licence Version 2 - Strongly Reciprocal", "CERN-OHL-S-2.0"),
			License.of("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
			License.of("Creative Commons Attribution Share Alike 4.0 International", "CC-BY-SA-4.0"),
			License.of("Do What The F*ck You Want To Public License", "WTFPL"),
			License.of("Open Data Commons Open Database License v1.0", "ODbL-1.0"), OTHER);

	/** Upper ends, out of 100, of the first five and of "other"; the rest has none. */
	private static final int[] SHARES = { 48, 70, 80, 85, 88 };

	private Licenses() {
	}

	static @Nullable License of(RepositoryRow row, Seed seed) {
		if (row.license() != null) {
			return named(row.license());
		}
		return row.recorded() ? null : derived((int) seed.between("license", 0, 99));
	}

	private static License named(String name) {
		return ALL.stream().filter((license) -> license.name().equals(name)).findFirst().orElse(OTHER);
	}

	private static @Nullable License derived(int draw) {
		for (int index = 0; index < SHARES.length; index++) {
			if (draw < SHARES[index]) {
				return ALL.get(index);
			}
		}
		return (draw < 93) ? OTHER : null;
	}

}
