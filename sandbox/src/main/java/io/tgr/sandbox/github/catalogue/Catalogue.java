package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The repositories that the sandbox knows. The newest day of the data is shown as the day
 * before the one the catalogue was opened on; all other days move with it.
 */
public final class Catalogue {

	private final List<Entry> entries;

	private final Owners owners;

	private final int shift;

	private final Supplier<LocalDate> today;

	private volatile @Nullable Snapshot latest;

	private Catalogue(CatalogueReader reader, Supplier<LocalDate> today) {
		this.entries = reader.entries();
		this.owners = new Owners(this.entries);
		this.shift = (int) today.get().toEpochDay() - 1 - reader.lastDay();
		this.today = today;
	}

	/**
	 * Read the data carried in the module.
	 * @param today the sandbox's present day, which may move later
	 * @return the catalogue
	 */
	public static Catalogue open(Supplier<LocalDate> today) {
		return new Catalogue(new CatalogueReader(), today);
	}

	/**
	 * What GitHub shows today.
	 * @return a view of the sandbox's present day, kept until the day changes
	 */
	public Snapshot snapshot() {
		LocalDate date = this.today.get();
		Snapshot current = this.latest;
		if (current == null || !current.today().equals(date)) {
			current = new Snapshot(new PresentDay(date, this.shift), this.entries, this.owners);
			this.latest = current;
		}
		return current;
	}

}
