package io.tgr.deploy.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kustomizations that the documentation shows, with the files and patches that it
 * shows beside them.
 */
final class ReadmeSamples {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```yaml\\n(.*?)^ *```");

	private static final Pattern FILE = Pattern.compile("\\A# (\\S+\\.yaml)\\n");

	private static final Pattern KUSTOMIZATION = Pattern
		.compile("\\A(#.*\\n)*apiVersion: kustomize\\.config\\.k8s\\.io/");

	private ReadmeSamples() {
	}

	/**
	 * Finds all of them and lays them into a tree, where their relative paths are right.
	 * @param project the root of the project
	 * @param tree where to
	 * @return what there is to render
	 */
	static List<Combination> lay(Path project, DeployTree tree) {
		return pages(project).stream().flatMap((page) -> samples(page, project, tree).stream()).toList();
	}

	private static List<Combination> samples(Path page, Path project, DeployTree tree) {
		List<Combination> samples = new ArrayList<>();
		List<String> blocks = blocks(page);
		for (String block : blocks) {
			if (KUSTOMIZATION.matcher(block).find()) {
				samples.add(sample(project.relativize(page), samples.size(), block));
			}
			else if (block.startsWith("patches:") && !samples.isEmpty()) {
				String patched = samples.get(samples.size() - 1).kustomization() + block;
				samples.add(sample(project.relativize(page), samples.size(), patched));
			}
		}
		for (String block : blocks) {
			Matcher file = FILE.matcher(block);
			if (file.find() && !KUSTOMIZATION.matcher(block).find()) {
				samples.forEach((sample) -> tree.write(sample.folder() + "/" + file.group(1), block));
			}
		}
		return samples;
	}

	/** Beside the folder that its first line names, or else that of its page. */
	private static Combination sample(Path page, int number, String text) {
		Matcher file = FILE.matcher(text);
		Path path = file.find() ? Path.of(file.group(1)) : page;
		Path folder = path.subpath(1, path.getNameCount()).getParent();
		return new Combination("%s, sample %d".formatted(page, number + 1),
				"%s/sample-%d-%s".formatted(folder.getParent(), number, page.toString().replaceAll("\\W", "-")), text,
				!text.contains("../base"));
	}

	private static List<Path> pages(Path project) {
		return Stream.of("README.md", "docs", "deploy/README.md", "deploy/base", "deploy/components", "deploy/overlays")
			.map(project::resolve)
			.filter(Files::exists)
			.flatMap(ReadmeSamples::pagesBelow)
			.toList();
	}

	private static Stream<Path> pagesBelow(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> blocks(Path page) {
		try {
			return BLOCK.matcher(Files.readString(page))
				.results()
				.map((block) -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
