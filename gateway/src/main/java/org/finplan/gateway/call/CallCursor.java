package org.finplan.gateway.call;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The place in the list after which it goes on.
 *
 * @param at time of the last call seen
 * @param id its id
 */
record CallCursor(Instant at, UUID id) {

    private static final int PARTS = 3;

    /** {@return the cursor in the form of the wire, bound to the filter} */
    String encode(CallFilter filter) {
        String text = at + " " + id + " " + fingerprint(filter);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return the place, empty when the text is no cursor of this filter} */
    static Optional<CallCursor> decode(String text, CallFilter filter) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length == PARTS && parts[2].equals(fingerprint(filter))) {
                return Optional.of(new CallCursor(Instant.parse(parts[0]), UUID.fromString(parts[1])));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException garbage) {
            return Optional.empty();
        }
    }

    /** Keeps honest callers from going on in another list; it guards nothing, since the filter is applied anew. */
    private static String fingerprint(CallFilter filter) {
        return Integer.toHexString(filter.toString().hashCode());
    }
}
