package io.tgr.trending;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs the API on a random port, with scripted neighbours and no way to GitHub.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ApiContext.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "tgr.github.url=http://127.0.0.1:1", "tgr.github.check-on-start=false",
				"tgr.inbound.requests-per-minute=0", "tgr.store.path=", "tgr.trending.archive.guess=0s",
				"tgr.trending.ranking.max-lag=0ms", "tgr.trending.ranking.replay-lag=0ms",
				"tgr.trending.answers.timeout=2s", "tgr.trending.answers.most-starred-age=0s",
				"tgr.trending.answers.details-timeout=500ms", "tgr.trending.badges.keep=0ms",
				"tgr.trending.stream.check=50ms", "tgr.trending.stream.heartbeat=250ms",
				"tgr.trending.feeds.public-url=https://trending.example.org/" })
@interface ApiTest {

}
