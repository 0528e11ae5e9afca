package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.Nullable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of an observation since it was cited. Each state is graver than those before it. */
public enum EvidenceState {
    /** The version that was cited is the newest one. */
    CURRENT,
    /** It is not, and the reporter stands by the claim, knowing the newest one. */
    CONFIRMED,
    /** The version that was cited is not known here yet. It is not taken for wrong. */
    NOT_SEEN,
    /** There is a newer version. */
    REVISED,
    /** The newest version is a withdrawal. */
    WITHDRAWN;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return all names in order} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(EvidenceState::code).toList();
    }

    /**
     * Finds a state by its name.
     *
     * @param code the name on the wire
     * @return the state, empty for any other text
     */
    public static Optional<EvidenceState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /**
     * Reads a stored state.
     *
     * @param code its name, or null
     * @return the state, or null
     */
    @Nullable
    public static EvidenceState of(@Nullable String code) {
        return code == null ? null : find(code).orElseThrow();
    }

    /** {@return whether whoever made the claim is to look at it again} */
    public boolean flagged() {
        return this == REVISED || this == WITHDRAWN;
    }

    /**
     * Judges one citation.
     *
     * @param cited version that was cited
     * @param confirmed newest version that the reporter stood by, 0 for none
     * @param newest the newest version that is known, or null when none is
     * @return the state
     */
    static EvidenceState judge(int cited, int confirmed, @Nullable NewestVersion newest) {
        if (newest == null || newest.version() < cited) {
            return NOT_SEEN;
        }
        if (newest.version() == confirmed) {
            return CONFIRMED;
        }
        if (newest.withdrawn()) {
            return WITHDRAWN;
        }
        return newest.version() == cited ? CURRENT : REVISED;
    }

    /**
     * The state of a claim that cites several observations.
     *
     * @param states those of its citations
     * @return the gravest, empty when it cites none
     */
    static Optional<EvidenceState> gravest(Collection<EvidenceState> states) {
        return states.stream().max(Comparator.naturalOrder());
    }
}
