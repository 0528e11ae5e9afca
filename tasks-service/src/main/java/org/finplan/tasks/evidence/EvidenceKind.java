package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What proves a claim. */
@Schema(name = "SupervisionEvidenceKind")
public enum EvidenceKind {
    /** A version of an observation that is stored already, so that no figure is typed twice. */
    OBSERVATION,
    /** A document that lies elsewhere. */
    DOCUMENT,
    /** Words. */
    NOTE;

    /** {@return the name on the wire} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
