package org.finplan.platform.plan.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two packages say otherwise of their registers. */
class RegisterDifferenceTest {

    private static final String FILE = "registers.json";

    @TempDir
    Path parent;

    @Test
    void aRegisterAndAnEntryThatChangedAreToldFieldByField() {
        PlanPackage before = PlanPackages.in(SamplePackage.SOURCE);
        SamplePackage sample = SamplePackage.in(parent.resolve("anything"));
        sample.set(FILE, "/registers/0/opening/stocks/0/count", "3");
        sample.set(FILE, "/registers/0/entries/0/stage", "\"closed\"");

        List<PlanChange> changes = PlanDifference.between(before, PlanPackages.in(sample.directory()));

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0)).satisfies(change -> {
            assertThat(change.part()).isEqualTo(PlanPart.REGISTER);
            assertThat(change.code()).isEqualTo("sample-funds");
            assertThat(change.fields()).containsExactly(new FieldChange("opening.stocks.1.count", "2", "3"));
        });
        assertThat(changes.get(1)).satisfies(change -> {
            assertThat(change.part()).isEqualTo(PlanPart.REGISTER_ENTRY);
            assertThat(change.code()).isEqualTo("sample-funds sample-fund");
            assertThat(change.fields()).containsExactly(new FieldChange("stage", "set_up", "closed"));
        });
    }
}
