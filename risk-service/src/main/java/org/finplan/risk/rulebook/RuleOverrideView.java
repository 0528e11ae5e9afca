package org.finplan.risk.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stricter limit of a region.
 *
 * @param id id
 * @param rule code of the rule
 * @param limit the limit, in the unit of the rule
 * @param from first day in force
 * @param authority who set it
 * @param region region whose institutions it binds, its parts included
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String loanClass) {}
