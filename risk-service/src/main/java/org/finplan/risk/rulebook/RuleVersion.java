package org.finplan.risk.rulebook;

import jakarta.annotation.Nullable;
import org.finplan.risk.rulebook.content.RuleRequest;

/**
 * A version of a rule as it is stored.
 *
 * @param code code of the rule
 * @param version its number
 * @param state how far it is
 * @param content what it says, or null when that cannot be read
 * @param author who wrote it
 */
record RuleVersion(
        String code, int version, RuleState state, @Nullable RuleRequest content, String author) {

    String path() {
        return "/api/v1/rules/" + code;
    }
}
