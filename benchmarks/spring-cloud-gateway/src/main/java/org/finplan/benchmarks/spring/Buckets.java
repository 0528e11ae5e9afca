package org.finplan.benchmarks.spring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Token buckets in memory, one for each caller. What Spring brings itself keeps them in Redis; a server more would only
 * slow it down. The buckets are so large that nobody is refused: the check is measured, not the refusal.
 */
@Component("buckets")
final class Buckets implements RateLimiter<Object> {

    private static final double PER_SECOND = 1_000_000;
    private static final double LARGEST = 1_000_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    @Override
    public Mono<Response> isAllowed(String routeId, String caller) {
        boolean allowed =
                buckets.get(routeId + '|' + caller, absent -> new Bucket()).take();
        return Mono.just(new Response(allowed, Map.of("RateLimit-Policy", "\"default\";q=1000000;w=1")));
    }

    @Override
    public Map<String, Object> getConfig() {
        return Map.of();
    }

    @Override
    public Class<Object> getConfigClass() {
        return Object.class;
    }

    @Override
    public Object newConfig() {
        return new Object();
    }

    private static final class Bucket {

        private double tokens = LARGEST;
        private long filledNanos = System.nanoTime();

        synchronized boolean take() {
            long now = System.nanoTime();
            tokens = Math.min(LARGEST, tokens + (now - filledNanos) * PER_SECOND / 1e9);
            filledNanos = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
