package org.finplan.tasks.supervision.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;

/** Where a supervised matter stands. */
public enum SupervisionState {
    /** Registered (立项); nobody was told to act yet. */
    REGISTERED("立项"),
    /** Given to its unit (交办), which has not receipted it. */
    ASSIGNED("交办"),
    /** The unit receipted it (签收) and works on it. */
    ACKNOWLEDGED("签收"),
    /** The unit answered (反馈); somebody else checks the answer. */
    ANSWERED("反馈"),
    /** The answer was checked and taken (核查). */
    VERIFIED("核查"),
    /** Closed (办结). */
    CLOSED("办结"),
    /** Scored (考评). Final. */
    SCORED("考评");

    private final String zh;

    SupervisionState(String zh) {
        this.zh = zh;
    }

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name for readers} */
    public LocalizedText label() {
        return new LocalizedText(zh, code());
    }

    /** {@return whether something is still to be done before it is closed} */
    public boolean isOpen() {
        return this != CLOSED && this != SCORED;
    }

    /** {@return whether the unit is to act} */
    public boolean isWithUnit() {
        return this == ASSIGNED || this == ACKNOWLEDGED;
    }

    /** {@return all names} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(SupervisionState::code).toList();
    }

    /**
     * Finds a state.
     *
     * @param code its name on the wire
     * @return the state, empty when there is none of that name
     */
    public static Optional<SupervisionState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
