package io.tgr.trending.shapes.badge;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long badges are good for.
 *
 * @param maxAge how long clients may keep one; proxies of images ask again after it
 * @param keep how long one is kept here before the rankings are looked at again
 */
@ConfigurationProperties("tgr.trending.badges")
record BadgeProperties(@DefaultValue("5m") Duration maxAge, @DefaultValue("30s") Duration keep) {

}
