package org.finplan.tasks.register.entry;

import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterStage;

/** Which stage may follow which. A final stage is left by nothing; where a register lets stages be skipped, only forwards. */
final class StageOrder {

    private final RegisterDefinition register;

    StageOrder(RegisterDefinition register) {
        this.register = register;
    }

    /** How a stage can be reached. */
    enum Way {
        /** It follows. */
        NEXT,
        /** It lies further on, so a reason is asked for. */
        SKIPPED,
        /** Not at all. */
        NONE
    }

    /**
     * Finds how an entry gets from a stage to another one.
     *
     * @param from code of the present stage, one of the register
     * @param to code of the other one, one of the register
     * @return the way
     */
    Way way(String from, String to) {
        RegisterStage present = register.stage(from).orElseThrow();
        if (present.next().contains(to)) {
            return Way.NEXT;
        }
        boolean ahead =
                register.stageCodes().indexOf(to) > register.stageCodes().indexOf(from);
        return register.skippable() && !present.isFinal() && ahead ? Way.SKIPPED : Way.NONE;
    }

    /**
     * Finds how an entry comes into the register in a stage: the first one is the ordinary way, and only where stages are skipped
     * with a reason does another one need one.
     *
     * @param stage code of the stage, one of the register
     * @return the way
     */
    Way wayIn(String stage) {
        boolean first = register.stages().get(0).code().equals(stage);
        return first || !register.skippable() ? Way.NEXT : Way.SKIPPED;
    }

    /** {@return the stages that may follow without a reason} */
    List<String> next(String from) {
        return register.stage(from).map(RegisterStage::next).orElse(List.of());
    }

    /** {@return the stages that may follow with a reason} */
    List<String> skipping(String from) {
        return register.stage(from).isEmpty()
                ? List.of()
                : register.stageCodes().stream()
                        .filter(stage -> way(from, stage) == Way.SKIPPED)
                        .toList();
    }

    /** {@return all stages that may follow, those that need a reason last} */
    List<String> reachable(String from) {
        List<String> stages = new ArrayList<>(next(from));
        stages.addAll(skipping(from));
        return stages;
    }
}
