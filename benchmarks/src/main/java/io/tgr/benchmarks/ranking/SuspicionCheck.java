package io.tgr.benchmarks.ranking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.ranking.Ranker;

/**
 * How many throw-away repositories the suspicions catch, and how many honest ones they
 * are wrong about; and signs that were tried and left out.
 */
final class SuspicionCheck {

	private static final List<String> SUSPICIONS = List.of("few-forks", "throw-away", "bait");

	private static final Map<String, Predicate<JudgedRepository>> LEFT_OUT = leftOut();

	private final Ranker ranker;

	private final List<JudgedRepository> judged = JudgedRepository.all();

	SuspicionCheck(Ranker ranker) {
		this.ranker = ranker;
	}

	void print() {
		Table table = new Table("sign", List.of("spam caught", "good accused", "others of the list"));
		Map<JudgedRepository, List<String>> found = new LinkedHashMap<>();
		this.judged.forEach((one) -> found.put(one, one.sighting().suspicions(this.ranker)));
		SUSPICIONS.forEach((name) -> row(table, name, (one) -> found.getOrDefault(one, List.of()).contains(name)));
		row(table, "any of them", (one) -> !found.getOrDefault(one, List.of()).isEmpty());
		row(table, "two or more", (one) -> found.getOrDefault(one, List.of()).size() > 1);
		LEFT_OUT.forEach((name, sign) -> row(table, "left out: " + name, sign));
		table.print();
		missedAndAccused(found);
	}

	private void row(Table table, String name, Predicate<JudgedRepository> sign) {
		List<String> cells = new ArrayList<>();
		for (String verdict : List.of("spam", "good", "")) {
			List<JudgedRepository> some = this.judged.stream().filter((one) -> one.verdict().equals(verdict)).toList();
			cells.add(some.stream().filter(sign).count() + " of " + some.size());
		}
		table.row(name, cells);
	}

	private static void missedAndAccused(Map<JudgedRepository, List<String>> found) {
		System.out.println();
		found.forEach((one, suspicions) -> {
			if (one.verdict().equals("spam") && suspicions.isEmpty()) {
				System.out.println("- missed: " + one.candidate().fullName());
			}
			if (one.verdict().equals("good") && !suspicions.isEmpty()) {
				System.out.println("- accused: " + one.candidate().fullName() + " of " + suspicions);
			}
		});
	}

	private static Map<String, Predicate<JudgedRepository>> leftOut() {
		Map<String, Predicate<JudgedRepository>> signs = new LinkedHashMap<>();
		signs.put("pushed to on its first day only", (one) -> dropped(one.candidate()));
		signs.put("that, without licence and topics", (one) -> dropped(one.candidate())
				&& one.candidate().license() == null && one.candidate().topics().isEmpty());
		signs.put("owner's name with 5 digits or more",
				(one) -> owner(one.candidate()).chars().filter(Character::isDigit).count() >= 5);
		signs.put("owner of no other known repository", JudgedRepository::aloneOfItsOwner);
		return signs;
	}

	private static boolean dropped(Candidate candidate) {
		return candidate.pushedAt() != null
				&& Duration.between(candidate.createdAt(), candidate.pushedAt()).compareTo(Duration.ofDays(1)) < 0;
	}

	private static String owner(Candidate candidate) {
		return candidate.fullName().substring(0, candidate.fullName().indexOf('/'));
	}

}
