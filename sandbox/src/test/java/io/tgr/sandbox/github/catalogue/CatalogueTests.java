package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTests {

	private static final LocalDate DAY_AFTER_THE_DATA = LocalDate.of(2026, 8, 23);

	private static final AtomicReference<LocalDate> TODAY = new AtomicReference<>(DAY_AFTER_THE_DATA);

	private static final Catalogue CATALOGUE = Catalogue.open(TODAY::get);

	@BeforeEach
	void startAfterTheData() {
		TODAY.set(DAY_AFTER_THE_DATA);
	}

	@Test
	void knowsEveryRepositoryThatHasStarsOnce() {
		Set<String> names = new HashSet<>();
		Set<Long> ids = new HashSet<>();
		Set<Long> owners = new HashSet<>();
		Set<String> logins = new HashSet<>();
		for (Repository repository : CATALOGUE.snapshot().repositories()) {
			names.add(repository.fullName().toLowerCase());
			ids.add(repository.id());
			owners.add(repository.owner().id());
			logins.add(repository.owner().login().toLowerCase());
		}
		assertThat(names).hasSize(9_481).hasSameSizeAs(ids);
		assertThat(owners).hasSameSizeAs(logins);
	}

	@Test
	void findsByNameInAnyCaseByIdAndByNodeId() {
		Snapshot snapshot = CATALOGUE.snapshot();
		Repository found = require(snapshot, "RUST-lang/rust");
		assertThat(found.fullName()).isEqualTo("rust-lang/rust");
		assertThat(snapshot.find(found.id())).isSameAs(found);
		assertThat(snapshot.findNode(found.nodeId())).isSameAs(found);
		assertThat(snapshot.findNode(found.owner().nodeId())).isNull();
		assertThat(snapshot.find("rust-lang/nothing")).isNull();
	}

	@Test
	void showsTheNewestDayOfTheDataAsYesterday() {
		LocalDate start = LocalDate.of(2026, 11, 22);
		Repository original = require(CATALOGUE.snapshot(), "rust-lang/rust");
		Repository shifted = require(Catalogue.open(() -> start).snapshot(), "rust-lang/rust");
		LocalDate yesterday = start.minusDays(1);
		LocalDate lastDay = DAY_AFTER_THE_DATA.minusDays(1);
		assertThat(shifted.stars()).isEqualTo(original.stars());
		for (int back = 0; back < 60; back++) {
			assertThat(shifted.starHistory().on(yesterday.minusDays(back)))
				.isEqualTo(original.starHistory().on(lastDay.minusDays(back)));
		}
		assertThat(shifted.dates().created().getEpochSecond() - original.dates().created().getEpochSecond())
			.isEqualTo(86_400L * (start.toEpochDay() - DAY_AFTER_THE_DATA.toEpochDay()));
	}

	@Test
	void movingTheDayBackShowsThePast() {
		RawStars raw = new RawStars();
		TODAY.set(LocalDate.of(2026, 7, 1));
		Repository past = require(CATALOGUE.snapshot(), "rust-lang/rust");
		assertThat(past.stars()).isEqualTo(raw.stars("rust-lang/rust", TODAY.get()));
		assertThat(past.starHistory().total()).isEqualTo(past.stars());
		assertThat(past.starHistory().on(TODAY.get().plusDays(1))).isZero();
	}

	@Test
	void aRepositoryNotYetCreatedDoesNotExist() {
		List<Repository> all = CATALOGUE.snapshot().repositories();
		TODAY.set(LocalDate.of(2026, 5, 15));
		Snapshot past = CATALOGUE.snapshot();
		assertThat(past.repositories()).hasSizeLessThan(all.size());
		for (Repository repository : all) {
			boolean created = !repository.dates().created().atZone(ZoneOffset.UTC).toLocalDate().isAfter(past.today());
			assertThat(past.find(repository.id()) != null).as(repository.fullName()).isEqualTo(created);
		}
	}

	@Test
	void aRenamedRepositoryIsFoundUnderItsNewNameAndKnownAsMovedUnderTheOld() {
		Snapshot snapshot = CATALOGUE.snapshot();
		Repository renamed = require(snapshot, "nilbuild/developer-roadmap");
		assertThat(snapshot.find("kamranahmedse/developer-roadmap")).isNull();
		assertThat(snapshot.moved("KamranAhmedSE/developer-roadmap")).isSameAs(renamed);
		assertThat(renamed.starHistory().on(LocalDate.of(2026, 4, 26))).isPositive();
	}

	@Test
	void beforeItsRenamingARepositoryHasItsOldName() {
		TODAY.set(LocalDate.of(2026, 4, 25));
		Snapshot before = CATALOGUE.snapshot();
		Repository repository = require(before, "kamranahmedse/developer-roadmap");
		assertThat(repository.stars()).isEqualTo(353_558);
		assertThat(before.find("nilbuild/developer-roadmap")).isNull();
		assertThat(before.moved("nilbuild/developer-roadmap")).isNull();
	}

	@Test
	void aChainOfRenamesLeadsToTheNewestName() {
		Snapshot snapshot = CATALOGUE.snapshot();
		Repository newest = require(snapshot, "mindsdb/mindshub");
		assertThat(snapshot.moved("mindsdb/mindsdb")).isSameAs(newest);
		assertThat(snapshot.moved("mindsdb/minds-platform")).isSameAs(newest);
		assertThat(snapshot.moved("mindsdb/minds")).isSameAs(newest);
	}

	@Test
	void nothingHappenedInTheFuture() {
		TODAY.set(LocalDate.of(2026, 6, 10));
		Snapshot snapshot = CATALOGUE.snapshot();
		for (Repository repository : snapshot.repositories()) {
			assertThat(LocalDate.ofInstant(repository.dates().updated(), ZoneOffset.UTC)).as(repository.fullName())
				.isBeforeOrEqualTo(snapshot.today());
			assertThat(repository.dates().pushed()).isAfterOrEqualTo(repository.dates().created())
				.isBeforeOrEqualTo(repository.dates().updated());
		}
	}

	@Test
	void derivesTheSameFactsEveryTime() {
		Repository first = require(CATALOGUE.snapshot(), "rust-lang/rust");
		Repository second = require(Catalogue.open(() -> DAY_AFTER_THE_DATA).snapshot(), "rust-lang/rust");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(second.dates().created()).isEqualTo(first.dates().created());
		assertThat(second.license()).isEqualTo(first.license());
		assertThat(second.topics()).isEqualTo(first.topics());
		assertThat(second.extras().languages()).isEqualTo(first.extras().languages());
		assertThat(second.extras().contributors(0, 30)).isEqualTo(first.extras().contributors(0, 30));
		assertThat(second.extras().latestRelease()).isEqualTo(first.extras().latestRelease());
	}

	@Test
	void everyLanguageOfTheDataIsOneOfGithubs() {
		Languages languages = Languages.read();
		for (Repository repository : CATALOGUE.snapshot().repositories()) {
			if (repository.language() != null) {
				assertThat(languages.find(repository.language())).as(repository.language()).isNotNull();
			}
		}
		assertThat(languages.find("golang")).isEqualTo(languages.find("Go"));
	}

	@Test
	void contributorsAreOrderedAndPagesDoNotOverlap() {
		Repository repository = require(CATALOGUE.snapshot(), "rust-lang/rust");
		int count = repository.extras().contributorCount();
		List<Contributor> all = repository.extras().contributors(0, 1_000);
		assertThat(all).hasSize(count).isSortedAccordingTo((one, other) -> other.contributions() - one.contributions());
		assertThat(repository.extras().contributors(10, 5)).isEqualTo(all.subList(10, 15));
		assertThat(repository.extras().contributors(count, 30)).isEmpty();
	}

	private static Repository require(Snapshot snapshot, String name) {
		return Objects.requireNonNull(snapshot.find(name), name);
	}

}
