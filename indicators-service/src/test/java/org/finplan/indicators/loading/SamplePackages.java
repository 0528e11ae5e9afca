package org.finplan.indicators.loading;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.testing.PublishedPlan;

/** Versions of a plan like the sample plan (样例数据), with regions and indicators of its own, so that no other test revises it. */
final class SamplePackages {

    static final String CODE = "sample-loaded";

    private static final PublishedPlan PLAN = new PublishedPlan(CODE);

    private SamplePackages() {}

    static SourcePackage original() {
        return with(text -> text);
    }

    /** {@return the plan with other texts in its files} */
    static SourcePackage with(UnaryOperator<String> change) {
        return PlanPackages.of(
                "sample",
                PLAN.files(
                                Path.of("src/test/resources/sample-plan"),
                                "sample-plan",
                                text -> change.apply(text.replace("green-credit", "sample-loaded-credit")
                                        .replace("\"GREEN_CREDIT", "\"SAMPLE_LOADED_CREDIT")
                                        .replace("\"SAMPLE_BAD", "\"SAMPLE_LOADED_BAD")
                                        .replace("sample-bad-debtors", "sample-loaded-debtors")))
                        .contents());
    }
}
