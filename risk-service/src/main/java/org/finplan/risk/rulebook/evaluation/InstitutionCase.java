package org.finplan.risk.rulebook.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.PeerGroup;

/**
 * An institution as it is judged.
 *
 * @param history what it reported
 * @param daysLate days that its reports are late, by period
 * @param peers where the figures of its peers lie, by rule and period
 * @param stricter local limits for it, by rule and loan class, the class empty for the rule itself
 * @param told codes of the rules whose results are wanted even where nothing is to be warned of
 */
public record InstitutionCase(
        History history,
        Map<Period, Integer> daysLate,
        Map<String, Map<Period, PeerGroup>> peers,
        Map<String, Map<String, List<Limit>>> stricter,
        Set<String> told) {}
