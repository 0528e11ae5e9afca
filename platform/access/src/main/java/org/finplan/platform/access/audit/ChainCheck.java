package org.finplan.platform.access.audit;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Walks the chain from its beginning and finds the first place where it is broken. It is fed link after link, so that a
 * chain of any length is checked in little memory.
 */
final class ChainCheck {

    private byte[] expected = ChainLink.start();
    private long checked;
    private Long brokenAt;

    /** Takes the next link in the order of the stored sequence; after a break the rest is not looked at. */
    void accept(ChainLink link) {
        if (brokenAt != null) {
            return;
        }
        long place = checked + 1;
        if (link.record().sequence() != place || !link.follows(expected)) {
            brokenAt = place;
            return;
        }
        expected = link.hash();
        checked = place;
    }

    /**
     * Ends the walk with what the head of the chain says; a tail that was cut off shows here.
     *
     * @param headSequence sequence of the last record
     * @param headHash hash of the last record
     */
    Verification end(long headSequence, byte[] headHash) {
        if (brokenAt == null && (headSequence != checked || !Arrays.equals(headHash, expected))) {
            brokenAt = Math.min(headSequence, checked) + 1;
        }
        return new Verification(
                brokenAt == null,
                checked,
                brokenAt,
                headSequence,
                HexFormat.of().formatHex(headHash));
    }
}
