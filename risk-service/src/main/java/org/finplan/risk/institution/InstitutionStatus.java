package org.finplan.risk.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which status an institution is. */
public enum InstitutionStatus {
    /** It is being founded. */
    PREPARING("preparing"),
    /** It does business. */
    OPERATING("operating"),
    /** Its business was stopped for a time. */
    SUSPENDED("suspended"),
    /** It has a licence and no real business. */
    SHELL("shell"),
    /** Nobody can be reached. */
    LOST_CONTACT("lost-contact"),
    /** Its licence was taken away. */
    REVOKED("revoked"),
    /** It is struck off; nothing follows. */
    CANCELLED("cancelled");

    private final String code;

    InstitutionStatus(String code) {
        this.code = code;
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }

    /**
     * Finds a status.
     *
     * @param code its name on the wire
     * @return the status, empty when there is none
     */
    public static Optional<InstitutionStatus> find(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    /** {@return the names of all on the wire} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(InstitutionStatus::code).toList();
    }
}
