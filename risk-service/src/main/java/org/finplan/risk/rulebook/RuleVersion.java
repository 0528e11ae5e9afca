package org.finplan.risk.rulebook;

import org.finplan.risk.rulebook.content.RuleRequest;

/**
 * A version of a rule as it is stored.
 *
 * @param code code of the rule
 * @param version its number
 * @param state how far it is
 * @param content what it says
 * @param author who wrote it
 */
record RuleVersion(String code, int version, RuleState state, RuleRequest content, String author) {

    String path() {
        return "/api/v1/rules/" + code;
    }
}
