package org.finplan.benchmarks.facts;

import java.time.Duration;
import java.util.function.Supplier;

/** A token that is sent again and again for half a minute, as the gateway does, and then replaced. */
final class Token implements Supplier<String> {

    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    private final Supplier<String> minting;
    private String token;
    private long mintedAt;

    Token(Supplier<String> minting) {
        this.minting = minting;
    }

    @Override
    public synchronized String get() {
        long now = System.nanoTime();
        if (token == null || now - mintedAt > FRESH_NANOS) {
            token = minting.get();
            mintedAt = now;
        }
        return token;
    }
}
