package org.finplan.gateway.key;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A key with the hashes of its secrets.
 *
 * @param key the key
 * @param hash of the present secret
 * @param previous the secrets before that have an end of their own
 * @param usedToday requests of the day when it was read
 * @param usedThisMonth requests of the month when it was read
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by MessageDigest.isEqual only
record StoredKey(ApiKey key, byte[] hash, List<PreviousSecret> previous, long usedToday, long usedThisMonth) {

    StoredKey {
        previous = List.copyOf(previous);
    }

    /**
     * A secret that was replaced.
     *
     * @param hash of it
     * @param until when it works no more
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
    record PreviousSecret(byte[] hash, Instant until) {

        boolean works(Instant now) {
            return now.isBefore(until);
        }
    }

    /** Whether a secret is the key's, in a time that does not depend on where it differs or which it is. */
    boolean accepts(byte[] offered, Instant now) {
        boolean accepted = MessageDigest.isEqual(offered, hash);
        for (PreviousSecret secret : previous) {
            boolean same = MessageDigest.isEqual(offered, secret.hash());
            accepted |= same && secret.works(now);
        }
        return accepted;
    }
}
