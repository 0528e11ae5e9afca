package org.finplan.tasks.task.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.tasks.task.content.TaskRows.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirement T01: the rows are those of the tree. */
class TaskRowsTest {

    static List<PlanPackage> plans() {
        return List.of(PlanPackages.bundled("zq-fin-14fyp"), PlanPackages.in(Path.of("../docs/zq-fin-15fyp-sample")));
    }

    @ParameterizedTest
    @MethodSource("plans")
    @Tag("T01")
    void everyRowKnowsItsPathAndItsPosition(PlanPackage plan) {
        List<Row> rows = new TaskRows(plan.tasks()).rows();
        Map<String, Row> byId = rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
        assertThat(rows)
                .hasSameSizeAs(plan.tasks())
                .extracting(Row::ordinal)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            if (row.parent() == null) {
                assertThat(row.path()).isEmpty();
            } else {
                List<String> expected = new ArrayList<>(byId.get(row.parent()).path());
                expected.add(row.parent());
                assertThat(row.path()).isEqualTo(expected);
            }
        });
    }
}
