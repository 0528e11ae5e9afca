package org.finplan.tasks.supervision.reply;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What proves an answer. */
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
