package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a figure gets a further version. */
public enum RevisionReason {
    /** The figure that regularly follows a preliminary one. */
    ROUTINE,
    /** The version before was wrong. */
    CORRECTION,
    /** A census showed another figure. */
    CENSUS,
    /** It covers more or less than before. */
    SCOPE_CHANGE,
    /** It is defined otherwise than before. */
    DEFINITION_CHANGE;

    private static final Map<String, RevisionReason> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(RevisionReason::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /**
     * Finds a reason by its code.
     *
     * @param code such as {@code scope-change}
     * @return the reason, empty when there is none
     */
    public static Optional<RevisionReason> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(RevisionReason::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
