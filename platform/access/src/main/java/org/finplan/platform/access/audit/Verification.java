package org.finplan.platform.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;

/**
 * Whether the chain is whole.
 *
 * @param intact whether every record is there, unchanged and in its place
 * @param checked number of records found in order from the beginning
 * @param brokenAt sequence of the first record that is missing, changed or out of place; null when intact
 * @param headSequence sequence of the last record
 * @param headHash hash of the last record in hexadecimal; noted elsewhere, it proves later that the chain up to here was
 *     not written anew
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Verification(
        boolean intact, long checked, @Nullable Long brokenAt, long headSequence, String headHash) {}
