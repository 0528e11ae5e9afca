package org.finplan.gateway.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * A rate of requests.
 *
 * @param name route class
 * @param perSecond tokens that come back each second
 * @param burst most tokens
 * @param policy how it stands in {@code RateLimit-Policy}: quota and the window in which it comes back as a whole
 */
record Rate(String name, int perSecond, int burst, String policy) {

    static Rate of(String name, int perSecond, int burst) {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException("finplan.gateway.rates: the rate of " + name
                    + " must be at least 1 and its burst no less than the rate");
        }
        long window = (burst + perSecond - 1L) / perSecond;
        return new Rate(name, perSecond, burst, "\"" + name + "\";q=" + burst + ";w=" + window);
    }

    Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
