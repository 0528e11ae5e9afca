package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * A piece of evidence as it is stored.
 *
 * @param kind observation, document or note
 * @param observation id of the observation that is cited, or null
 * @param version its version, or null
 * @param reference number or address of the document, or null
 * @param hash SHA-256 of the document, 64 hexadecimal digits, or null
 * @param text words, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        EvidenceKind kind,
        @Nullable UUID observation,
        @Nullable Integer version,
        @Nullable String reference,
        @Nullable String hash,
        @Nullable String text) {}
