package io.tgr.cluster.row;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.pod.PodCells;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Warning;
import io.tgr.cluster.watch.Owners;
import io.tgr.cluster.watch.UsageFigures;
import io.tgr.cluster.watch.Warnings;

/**
 * Writes rows for callers. What of a row stays the same until the pod changes is encoded
 * once.
 */
@Component
@EnableConfigurationProperties(RowProperties.class)
public final class RowWriter {

	private final JsonMapper json;

	private final Owners owners;

	private final Warnings warnings;

	private final UsageFigures usage;

	// By identity: a row that is replaced takes its template along.
	private final Cache<PodRow, RowTemplate> templates;

	RowWriter(JsonMapper json, Owners owners, Warnings warnings, UsageFigures usage, RowProperties properties) {
		this.json = json;
		this.owners = owners;
		this.warnings = warnings;
		this.usage = usage;
		this.templates = Caffeine.newBuilder()
			.weakKeys()
			.maximumWeight(properties.encodedRows().toBytes())
			.weigher((PodRow row, RowTemplate template) -> template.size())
			.build();
	}

	/**
	 * Writes a row.
	 * @param out where to
	 * @param row the row
	 * @param parts what of it the caller may see
	 * @param now the time from which ages are counted
	 */
	public void write(ByteArrayOutputStream out, PodRow row, VisibleParts parts, Instant now) {
		RowTemplate template = this.templates.get(row, (key) -> RowTemplate.of(key, this.json));
		template.write(out, row, moment(row, parts, now), this.json);
	}

	/**
	 * Describes a pod.
	 * @param row the row
	 * @param parts what of it the caller may see
	 * @param now the time from which ages are counted
	 * @return the same as {@link #write} writes
	 */
	public PodItem item(PodRow row, VisibleParts parts, Instant now) {
		return PodItem.of(row, moment(row, parts, now));
	}

	/**
	 * What a pod uses.
	 * @param row the row
	 * @param parts what of it the caller may see
	 * @return the sums, {@code null} if nothing is known or the caller may not see it
	 */
	public @Nullable Resources used(PodRow row, VisibleParts parts) {
		PodUsage used = usage(row, parts);
		return (used != null) ? used.total() : null;
	}

	private PodMoment moment(PodRow row, VisibleParts parts, Instant now) {
		List<Warning> seen = (parts.warnings().in(row.key().namespace())) ? this.warnings.of(row.uid()) : List.of();
		PodCells cells = PodCells.of(row, now);
		return new PodMoment(cells.restarts(), cells.age(), this.owners.of(row), usage(row, parts), seen);
	}

	private @Nullable PodUsage usage(PodRow row, VisibleParts parts) {
		return (parts.usage().in(row.key().namespace())) ? this.usage.of(row.key()) : null;
	}

}
