package org.finplan.risk.rule;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A rule that judges figures. A rule is pure: the same inputs give the same finding, whenever and wherever it runs. A
 * change of what it says is a new {@link #version()}, and every finding names the version that made it.
 */
public sealed interface Rule permits PlanIndicatorOffPath, NplRatioAboveProvince {

    /** The plan whose clauses ask for the rules in force. */
    String PLAN = "zq-fin-14fyp";

    /** {@return the stable code in kebab-case} */
    String code();

    /** {@return the version of what it says, 1, 2, 3 …} */
    int version();

    /** {@return the name} */
    LocalizedText name();

    /** {@return what it compares and when it is broken} */
    LocalizedText description();

    /** {@return the clause of {@link #PLAN} that asks for this rule} */
    String clause();

    /** {@return the levels that it gives, mildest first} */
    List<Level> levels();

    /** {@return how long it must be broken before it warns, and kept before the warning ends} */
    default WarningPolicy warning() {
        return WarningPolicy.IMMEDIATE;
    }

    /**
     * The title of an alert that this rule raises.
     *
     * @param indicator name of the indicator
     * @param region name of the region
     * @return the title
     */
    LocalizedText title(LocalizedText indicator, LocalizedText region);
}
