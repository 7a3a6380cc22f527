package io.tgr.trending.details;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the neighbour repo-details is, and how it is asked.
 *
 * @param detailsUrl its address
 * @param detailsLiveBatch how many repositories one batch of a live run holds; batches of
 * a live run leave side by side
 * @param detailsBackgroundBatch how many repositories one batch of background work holds
 * @param detailsMaxAnswer the largest single answer that is read
 */
@ConfigurationProperties("tgr.trending")
record DetailsProperties(@DefaultValue("http://repo-details-service") URI detailsUrl,
		@DefaultValue("16") int detailsLiveBatch, @DefaultValue("50") int detailsBackgroundBatch,
		@DefaultValue("2MB") DataSize detailsMaxAnswer) {

}
