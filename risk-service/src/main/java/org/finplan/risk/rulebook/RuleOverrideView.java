package org.finplan.risk.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stricter limit of a region or of an institution.
 *
 * @param id id
 * @param rule code of the rule
 * @param limit the limit, in the unit of the rule
 * @param from first day in force
 * @param authority who set it
 * @param region region whose institutions it binds, its parts included
 * @param institution credit code of the one institution that it binds; absent for all of the region
 * @param loanClass loan class that it is for; absent for the rule itself
 */
@Schema(name = "RuleOverrideAnswer")
record RuleOverrideView(
        UUID id,
        String rule,
        BigDecimal limit,
        LocalDate from,
        String authority,
        String region,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String institution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String loanClass) {

    static RuleOverrideView of(LocalLimit limit) {
        return new RuleOverrideView(
                limit.id(),
                limit.rule(),
                limit.limit().value(),
                limit.limit().from(),
                limit.authority(),
                limit.region(),
                limit.institution(),
                limit.loanClass().isEmpty() ? null : limit.loanClass());
    }
}
