package org.finplan.gateway.key;

import java.security.MessageDigest;
import java.time.Instant;

/**
 * A key with the hashes of its secrets.
 *
 * @param key the key
 * @param hash of the present secret
 * @param previousHash of the secret before, null when there is none
 * @param usedToday requests of the day when it was read
 * @param usedThisMonth requests of the month when it was read
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by MessageDigest.isEqual only
record StoredKey(ApiKey key, byte[] hash, byte[] previousHash, long usedToday, long usedThisMonth) {

    /** Whether a secret is the key's, in a time that does not depend on where it differs. */
    boolean accepts(byte[] offered, Instant now) {
        boolean present = MessageDigest.isEqual(offered, hash);
        boolean previous = previousHash != null && MessageDigest.isEqual(offered, previousHash);
        boolean overlapping = key.previousUntil().filter(now::isBefore).isPresent();
        return present || (previous && overlapping);
    }
}
