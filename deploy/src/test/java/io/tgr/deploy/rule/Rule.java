package io.tgr.deploy.rule;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Workload;

/**
 * Something that holds for every rendering.
 *
 * @param name what holds
 * @param check finds every place where it does not
 */
public record Rule(String name, Function<Rendering, Stream<Violation>> check) {

	public Stream<Violation> violations(Rendering rendering) {
		return this.check.apply(rendering);
	}

	/**
	 * A rule about each of some things.
	 * @param <T> what they are
	 * @param name what holds
	 * @param subjects finds them
	 * @param complaints what is wrong with one of them
	 * @return the rule
	 */
	static <T> Rule each(String name, Function<Rendering, Stream<T>> subjects,
			BiFunction<Rendering, T, Stream<String>> complaints) {
		return new Rule(name, (rendering) -> subjects.apply(rendering)
			.flatMap((subject) -> complaints.apply(rendering, subject).map((what) -> new Violation(subject, what))));
	}

	static Rule resources(String name, String kind, BiPredicate<Rendering, Resource> broken, String what) {
		return each(name, (rendering) -> rendering.kind(kind), when(broken, what));
	}

	static Rule workloads(String name, BiPredicate<Rendering, Workload> broken, String what) {
		return each(name, Rendering::workloads, when(broken, what));
	}

	static Rule containers(String name, BiPredicate<Rendering, Container> broken, String what) {
		return each(name, Rule::containers, when(broken, what));
	}

	static Stream<Container> containers(Rendering rendering) {
		return rendering.workloads().flatMap(Workload::containers);
	}

	private static <T> BiFunction<Rendering, T, Stream<String>> when(BiPredicate<Rendering, T> broken, String what) {
		return (rendering, subject) -> broken.test(rendering, subject) ? Stream.of(what) : Stream.empty();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
