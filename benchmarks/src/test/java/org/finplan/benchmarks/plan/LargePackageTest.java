package org.finplan.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.difference.ChangeKind;
import org.finplan.platform.plan.difference.PlanDifference;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is a sound package of the size that is promised, to both who check it. */
class LargePackageTest {

    @Test
    void isSoundAndAsLargeAsIsSaid(@TempDir Path directory) throws IOException {
        LargePackage.write(directory, 1);
        PlanPackage read = PlanPackages.in(directory);
        assertThat(read.indicators()).hasSize(LargePackage.INDICATORS);
        assertThat(read.tasks()).hasSize(LargePackage.TASKS);
        assertThat(read.regions()).hasSize(LargePackage.REGIONS);
        assertThat(new BareValidator(BareValidator.names(directory)).validate(directory))
                .isZero();

        LargePackage.write(directory, 2);
        assertThat(PlanDifference.between(read, PlanPackages.in(directory)))
                .hasSizeGreaterThan(LargePackage.INDICATORS / 2)
                .allMatch(change -> change.kind() == ChangeKind.CHANGED);
    }
}
