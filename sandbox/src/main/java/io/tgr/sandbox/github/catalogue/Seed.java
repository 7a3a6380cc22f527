package io.tgr.sandbox.github.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A stable source of plausible values: the same name gives the same values on every
 * machine and in every run.
 *
 * @param value the 64 bits that everything is derived from
 */
record Seed(long value) {

	static Seed of(String name) {
		long hash = 0xcbf29ce484222325L;
		for (byte next : name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
		}
		return new Seed(mixed(hash));
	}

	Seed with(String aspect) {
		return new Seed(mixed(this.value ^ of(aspect).value));
	}

	// From low to high, both included.
	long between(String aspect, long low, long high) {
		return low + Math.floorMod(with(aspect).value, high - low + 1);
	}

	// From 0 (included) to 1 (excluded).
	double fraction(String aspect) {
		return (with(aspect).value >>> 11) * 0x1.0p-53;
	}

	boolean chance(String aspect, int percent) {
		return between(aspect, 0, 99) < percent;
	}

	private static long mixed(long bits) {
		long first = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
		long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
		return second ^ (second >>> 31);
	}

}
