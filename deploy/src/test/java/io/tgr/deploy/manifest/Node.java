package io.tgr.deploy.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A place in a manifest, which may be empty.
 *
 * @param value what stands there: a map, a list, a scalar, or nothing
 */
public record Node(@Nullable Object value) {

	/**
	 * Goes down by field names and list indices, separated by dots.
	 * @param path where to
	 * @return what is there, maybe nothing
	 */
	public Node at(String path) {
		Node node = this;
		for (String step : path.split("\\.")) {
			node = node.field(step);
		}
		return node;
	}

	/**
	 * Goes down by one name, which may hold dots.
	 * @param name of a field, or the index of an item
	 * @return what is there, maybe nothing
	 */
	public Node field(String name) {
		if (this.value instanceof Map<?, ?> map) {
			return new Node(map.get(name));
		}
		if (this.value instanceof List<?> list && name.matches("\\d+") && Integer.parseInt(name) < list.size()) {
			return new Node(list.get(Integer.parseInt(name)));
		}
		return new Node(null);
	}

	public boolean present() {
		return this.value != null;
	}

	public boolean absent() {
		return this.value == null;
	}

	public boolean is(Object expected) {
		return expected.equals(this.value);
	}

	public String text() {
		return (this.value != null) ? this.value.toString() : "";
	}

	public String text(String otherwise) {
		return (this.value != null) ? this.value.toString() : otherwise;
	}

	public int number(int otherwise) {
		return (this.value instanceof Number number) ? number.intValue() : otherwise;
	}

	public Stream<Node> items() {
		return (this.value instanceof List<?> list) ? list.stream().map(Node::new) : Stream.empty();
	}

	public List<String> texts() {
		return items().map(Node::text).toList();
	}

	public Map<String, Node> fields() {
		Map<String, Node> fields = new LinkedHashMap<>();
		if (this.value instanceof Map<?, ?> map) {
			map.forEach((name, field) -> fields.put(String.valueOf(name), new Node(field)));
		}
		return fields;
	}

	public Map<String, String> strings() {
		Map<String, String> strings = new LinkedHashMap<>();
		fields().forEach((name, field) -> strings.put(name, field.text()));
		return strings;
	}

	/**
	 * Everything below that is no map and no list, with the name of its field.
	 * @return names and values
	 */
	public Stream<Map.Entry<String, String>> scalars() {
		return scalars("");
	}

	private Stream<Map.Entry<String, String>> scalars(String name) {
		if (this.value instanceof Map<?, ?>) {
			return fields().entrySet().stream().flatMap((field) -> field.getValue().scalars(field.getKey()));
		}
		if (this.value instanceof List<?>) {
			return items().flatMap((item) -> item.scalars(name));
		}
		return present() ? Stream.of(Map.entry(name, text())) : Stream.empty();
	}

}
