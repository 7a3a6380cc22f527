package io.tgr.cluster.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects server-sent events, and notes when each of them came.
 */
final class EventStream implements AutoCloseable {

	private final InputStream body;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private volatile boolean caughtUp;

	private volatile boolean ended;

	EventStream(InputStream body) {
		this.body = body;
		Thread reader = new Thread(this::read, "events");
		reader.setDaemon(true);
		reader.start();
	}

	List<Event> events() {
		return this.events;
	}

	List<Event> events(String name) {
		return this.events.stream().filter((event) -> event.name().equals(name)).toList();
	}

	List<String> ids() {
		return this.events.stream().map(Event::id).filter(Objects::nonNull).toList();
	}

	/**
	 * Whether all that is there has been told.
	 * @return {@code true} from the first bookmark on
	 */
	boolean caughtUp() {
		return this.caughtUp;
	}

	boolean ended() {
		return this.ended;
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(this.body, StandardCharsets.UTF_8))) {
			Map<String, String> fields = new HashMap<>();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.isEmpty()) {
					dispatch(fields);
					fields.clear();
				}
				else {
					int colon = line.indexOf(": ");
					fields.put(line.substring(0, colon), line.substring(colon + 2));
				}
			}
		}
		catch (IOException ex) {
			// We closed it ourselves, or the service did: the events tell.
		}
		this.ended = true;
	}

	private void dispatch(Map<String, String> fields) {
		String data = fields.get("data");
		if (data != null) {
			this.events.add(new Event(fields.getOrDefault("event", "message"), fields.get("id"),
					JsonMapper.shared().readTree(data), System.nanoTime()));
		}
		else if (fields.containsKey("id")) {
			this.caughtUp = true;
		}
	}

	@Override
	public void close() throws IOException {
		this.body.close();
	}

	/**
	 * One event.
	 *
	 * @param name its name
	 * @param id its id
	 * @param data its data
	 * @param at when it came, in nanoseconds
	 */
	record Event(String name, @Nullable String id, JsonNode data, long at) {

	}

}
