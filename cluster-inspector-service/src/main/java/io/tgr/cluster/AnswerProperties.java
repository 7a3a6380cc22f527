package io.tgr.cluster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is answered at once.
 *
 * @param bigAnswers how many answers of more than 1,000 rows may be on their way, and as
 * many pages of the API server's own objects; each may take some megabytes
 */
@ConfigurationProperties("tgr.cluster")
record AnswerProperties(@DefaultValue("2") int bigAnswers) {

}
