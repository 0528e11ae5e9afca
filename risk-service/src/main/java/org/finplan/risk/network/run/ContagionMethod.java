package org.finplan.risk.network.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How distress spreads. */
enum ContagionMethod {
    CASCADE,
    DEBTRANK,
    LINEAR_DEBTRANK,
    NONLINEAR_DEBTRANK,
    EISENBERG_NOE,
    ROGERS_VERAART;

    static final List<String> CODES =
            Arrays.stream(values()).map(ContagionMethod::code).toList();

    static final List<String> OF_GUARANTEES = Arrays.stream(values())
            .filter(method -> !method.clears())
            .map(ContagionMethod::code)
            .toList();

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return whether it works out payments, which a guarantee that nobody has called upon does not have} */
    boolean clears() {
        return this == EISENBERG_NOE || this == ROGERS_VERAART;
    }

    static Optional<ContagionMethod> find(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst();
    }
}
