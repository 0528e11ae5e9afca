package org.finplan.tasks.evidence;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of evidence. An observation needs observation and version, a document reference and hash, a note text.
 *
 * @param kind observation, document or note
 * @param observation id of the observation that is cited
 * @param version its version
 * @param reference number or address of the document
 * @param hash SHA-256 of the document, 64 hexadecimal digits
 * @param text words
 */
@Schema(name = "CiteEvidence")
public record EvidenceRequest(
        @NotNull @Schema(examples = "note") EvidenceKind kind,
        UUID observation,
        @Min(1) Integer version,
        @Size(min = 1, max = 500) String reference,
        @Pattern(regexp = "[0-9a-fA-F]{64}") String hash,

        @Size(min = 1, max = 4000) @Schema(examples = "演示样本：会议已召开。")
        String text) {

    /**
     * Finds what is missing.
     *
     * @return name of the first property that its kind needs and that is not there, null when nothing is missing
     */
    @Nullable
    public String missing() {
        return switch (kind) {
            case OBSERVATION -> observation == null ? "observation" : version == null ? "version" : null;
            case DOCUMENT -> isBlank(reference) ? "reference" : hash == null ? "hash" : null;
            case NOTE -> isBlank(text) ? "text" : null;
        };
    }

    /** {@return the same as it is stored} */
    public Evidence evidence() {
        return new Evidence(
                kind, observation, version, reference, hash == null ? null : hash.toLowerCase(Locale.ROOT), text);
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }
}
