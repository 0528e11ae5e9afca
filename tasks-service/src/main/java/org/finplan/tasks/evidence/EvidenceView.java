package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of evidence.
 *
 * @param kind observation, document or note
 * @param observation id of the observation that is cited, or null
 * @param version its version, or null
 * @param reference number or address of the document, or null
 * @param hash SHA-256 of the document, 64 hexadecimal digits, or null
 * @param text words, or null
 * @param evidenceState what became of the observation since it was cited: current, confirmed, not-seen, revised or withdrawn; null of
 *     other kinds
 * @param newestVersion newest version of the observation that is known here, or null
 */
@Schema(name = "SupervisionEvidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        EvidenceKind kind,
        @Nullable UUID observation,
        @Nullable Integer version,
        @Nullable String reference,
        @Nullable String hash,
        @Nullable String text,
        @Nullable EvidenceState evidenceState,
        @Nullable Integer newestVersion) {

    /**
     * Shows the evidence of a claim.
     *
     * @param evidence its evidence in order
     * @param citations what is known of the observations that it cites
     * @return the same order
     */
    public static List<EvidenceView> of(List<Evidence> evidence, List<Citation> citations) {
        List<EvidenceView> views = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            int item = i;
            Citation citation = citations.stream()
                    .filter(known -> known.item() == item)
                    .findFirst()
                    .orElse(null);
            views.add(of(evidence.get(i), citation));
        }
        return views;
    }

    /** {@return words as evidence} */
    public static EvidenceView note(String text) {
        return new EvidenceView(EvidenceKind.NOTE, null, null, null, null, text, null, null);
    }

    private static EvidenceView of(Evidence evidence, @Nullable Citation citation) {
        return new EvidenceView(
                evidence.kind(),
                evidence.observation(),
                evidence.version(),
                evidence.reference(),
                evidence.hash(),
                evidence.text(),
                citation == null ? null : citation.state(),
                citation == null ? null : citation.newest());
    }
}
