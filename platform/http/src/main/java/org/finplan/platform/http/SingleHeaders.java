package org.finplan.platform.http;

import java.util.Map;
import java.util.Optional;

/**
 * Headers that may stand once in a request. Of two, each program on the way takes another one. {@code Host},
 * {@code Content-Length} and the credentials are looked at where they are read; a list of entity tags is one header.
 */
public final class SingleHeaders {

    private static final String[] NAMES = {
        "Content-Type",
        "Idempotency-Key",
        "If-Match",
        "If-None-Match",
        "If-Modified-Since",
        "If-Unmodified-Since",
        "If-Range",
        "Range",
        "Origin"
    };

    private int seen;
    private String repeated;

    /**
     * Looks through all headers of a request.
     *
     * @param headers names and values
     * @return the first that stands twice and must not
     */
    public static Optional<String> repeated(Iterable<Map.Entry<String, String>> headers) {
        SingleHeaders single = new SingleHeaders();
        headers.forEach(header -> single.add(header.getKey()));
        return single.repeated();
    }

    /**
     * Takes one header into account.
     *
     * @param name of it
     */
    public void add(String name) {
        // Only names of these lengths can be meant; nearly all others are told apart by it.
        switch (name.length()) {
            case 5, 6, 8, 12, 13, 15, 17, 19 -> count(name);
            default -> {}
        }
    }

    /** {@return the first that stood twice and must not} */
    public Optional<String> repeated() {
        return Optional.ofNullable(repeated);
    }

    private void count(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].length() == name.length() && NAMES[i].equalsIgnoreCase(name)) {
                if ((seen & 1 << i) != 0 && repeated == null) {
                    repeated = NAMES[i];
                }
                seen |= 1 << i;
                return;
            }
        }
    }
}
