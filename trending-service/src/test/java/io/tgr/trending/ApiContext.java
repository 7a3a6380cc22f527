package io.tgr.trending;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

import io.tgr.common.github.BucketQuota;
import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.RateLimitBucket;
import io.tgr.trending.discovery.PlanStatus;
import io.tgr.trending.discovery.RefreshPlan;
import io.tgr.trending.memory.Leadership;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.RankingProperties;

/**
 * The API and the ranking with scripted neighbours, at four in the morning.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties({ AnswerProperties.class, PoolProperties.class, RankingProperties.class,
		FormulaProperties.class })
@ComponentScan(basePackages = "io.tgr.trending",
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = { "io\\.tgr\\.trending\\.(discovery|details|github)\\..*", ".*Tests.*",
						"io.tgr.trending.TrendingServiceApplication" }))
class ApiContext {

	static final Instant NOW = Instant.parse("2026-11-22T04:10:00Z");

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	@Bean
	MapStore store() {
		return new MapStore();
	}

	@Bean
	Leadership leadership(MapStore store) {
		return new Leadership(store, true, new SimpleMeterRegistry());
	}

	@Bean
	ScriptedDiscovery discovery() {
		return new ScriptedDiscovery();
	}

	@Bean
	RefreshPlan plan() {
		return () -> new PlanStatus(NOW.truncatedTo(ChronoUnit.HOURS),
				NOW.truncatedTo(ChronoUnit.HOURS).plusSeconds(3600), 0.25, true, 31, 3600, 7140L, 28_000, 4_000,
				List.of(new PlanStatus.Lane("hot", "core", 473, 45, 3, "spring-projects/spring-boot")),
				List.of(new PlanStatus.Pause("search", NOW, NOW.plusSeconds(60), "secondary-limit")));
	}

	@Bean
	ScriptedDetails details() {
		return new ScriptedDetails();
	}

	@Bean
	@Primary
	GithubBudget budget() {
		return new GithubBudget() {

			@Override
			public BucketQuota quota(RateLimitBucket bucket) {
				return new BucketQuota(bucket, 30, 29, NOW.plusSeconds(60), 6, null);
			}

			@Override
			public boolean graphqlAvailable() {
				return true;
			}

			@Override
			public String credentials() {
				return "token";
			}

			@Override
			public List<BucketQuota> quotas() {
				return List.of(quota(RateLimitBucket.SEARCH));
			}

		};
	}

}
