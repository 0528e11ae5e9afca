package org.finplan.platform.plan.difference;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A thing that two packages do not say alike.
 *
 * @param kind added, changed or removed
 * @param part what kind of thing
 * @param code code of the thing, empty of the plan itself; of a published figure its series, kind, region and period, with {@code #2} behind it when the
 *     package has several of these
 * @param name what the later package that has it calls it, or the code where it has no name
 * @param fields the fields that differ; of a thing that one package lacks, all that it says
 */
public record PlanChange(ChangeKind kind, PlanPart part, String code, LocalizedText name, List<FieldChange> fields) {

    /** Takes the fields as they are now. */
    public PlanChange {
        fields = List.copyOf(fields);
    }
}
