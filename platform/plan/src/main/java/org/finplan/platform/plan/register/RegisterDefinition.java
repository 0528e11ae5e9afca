package org.finplan.platform.plan.register;

import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;

/**
 * A register that the plan asks for.
 *
 * @param code its code
 * @param name its name
 * @param clauses clauses that ask for it
 * @param tasks tasks that it serves
 * @param indicators indicators that it serves
 * @param skippable whether a stage may be skipped forwards, with a reason
 * @param assessed whether its entries take dated assessments
 * @param stages its stages in their order, at least one
 * @param fields what is recorded of an entry beside name, region, stage and links
 * @param opening its opening stock, or null
 * @param entries entries that the plan itself names
 */
public record RegisterDefinition(
        String code,
        LocalizedText name,
        List<String> clauses,
        List<String> tasks,
        List<String> indicators,
        boolean skippable,
        boolean assessed,
        List<RegisterStage> stages,
        List<RegisterField> fields,
        OpeningStock opening,
        List<NamedEntry> entries) {

    /**
     * Finds a stage.
     *
     * @param stage its code
     * @return the stage, empty when there is none of that code
     */
    public Optional<RegisterStage> stage(String stage) {
        return stages.stream().filter(one -> one.code().equals(stage)).findFirst();
    }

    /**
     * Finds a field.
     *
     * @param field its code
     * @return the field, empty when there is none of that code
     */
    public Optional<RegisterField> field(String field) {
        return fields.stream().filter(one -> one.code().equals(field)).findFirst();
    }

    /** {@return codes of its stages, in their order} */
    public List<String> stageCodes() {
        return stages.stream().map(RegisterStage::code).toList();
    }

    /** {@return codes of the stages whose entries are counted as being in the register} */
    public List<String> countedStages() {
        return stages.stream()
                .filter(RegisterStage::counted)
                .map(RegisterStage::code)
                .toList();
    }
}
