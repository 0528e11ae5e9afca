package org.finplan.platform.planversion.archived;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What an archived plan keeps one from doing, under the code that indicators-service answers as well. */
public enum ArchivedPlanError implements ErrorCode {
    /** The plan is archived: it is read, and nothing of it is written. */
    PLAN_ARCHIVED(new ErrorDefinition("plan-archived", 409, "规划已归档，只读", "The plan is archived: read only"));

    private final ErrorDefinition definition;

    ArchivedPlanError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
