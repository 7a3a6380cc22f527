package io.tgr.deploy.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Resource;

/**
 * A copy of {@code deploy} to render from, as a user has it after copying each
 * {@code .example} file to where the real one belongs.
 */
final class DeployTree {

	private static final String EXAMPLE = ".example";

	private static final String VALUE = "filled-in";

	private final Path root;

	private final Set<String> examples = new HashSet<>(Set.of(VALUE));

	DeployTree(Path root) {
		this.root = root;
	}

	/**
	 * Copies what is there. The real file beside an example is never read.
	 * @param source the folder {@code deploy}
	 * @param target where to; what is there is replaced
	 * @return the copy
	 */
	static DeployTree copy(Path source, Path target) {
		DeployTree tree = new DeployTree(target.toAbsolutePath());
		try {
			delete(tree.root);
			for (String part : List.of("base", "components", "overlays")) {
				for (Path file : files(source.resolve(part))) {
					tree.add(file, source.relativize(file).toString());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return tree;
	}

	/**
	 * Adds a file of a test's own.
	 * @param name where, from the root
	 * @param content of the file
	 * @return the folder it is in
	 */
	Path write(String name, String content) {
		try {
			Path file = this.root.resolve(name);
			Files.createDirectories(file.getParent());
			return Files.writeString(file, content).getParent();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path resolve(String folder) {
		return this.root.resolve(folder);
	}

	/**
	 * What stands in for the secrets of users: files, and the values in them.
	 * @return each of them
	 */
	Set<String> examples() {
		return this.examples;
	}

	/**
	 * The folders that hold a kustomization of this kind.
	 * @param below where to look
	 * @param kind {@code Kustomization} or {@code Component}
	 * @return each folder, from the root
	 */
	List<String> folders(String below, String kind) {
		try {
			return files(this.root.resolve(below)).stream()
				.filter((file) -> file.endsWith("kustomization.yaml"))
				.filter((file) -> Resource.read(read(file)).get(0).kind().equals(kind))
				.map((file) -> this.root.relativize(file.getParent()).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(Path file, String name) throws IOException {
		if (name.endsWith(EXAMPLE)) {
			String content = filledIn(Files.readString(file));
			this.examples.add(content);
			write(name.substring(0, name.length() - EXAMPLE.length()), content);
		}
		else if (!Files.exists(Path.of(file + EXAMPLE))) {
			write(name, Files.readString(file));
		}
	}

	/** Every variable of an example has a value, those that are commented out too. */
	private static String filledIn(String example) {
		return example.replaceAll("(?m)^#?([A-Z_]+)=.*$", "$1=" + VALUE);
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

}
