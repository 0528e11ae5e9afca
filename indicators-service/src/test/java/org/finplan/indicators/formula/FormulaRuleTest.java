package org.finplan.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;

/** A package with a formula that cannot be taken, on the bundled plan with other formulas (样本). */
class FormulaRuleTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private final FormulaRule rule = new FormulaRule();

    @Test
    void thePlanOfTheSuiteIsTaken() {
        assertThat(rule.faults(PLAN, List.of())).isEmpty();
    }

    @Test
    void everyFormulaThatCannotBeTakenIsToldWithItsPlace() {
        List<PackageFault> faults = rule.faults(with(Map.of(0, "1 +", 2, "NO_SUCH_SERIES * 2")), List.of());

        assertThat(faults)
                .extracting(fault -> fault.file() + " " + fault.place())
                .containsExactly("derived.json /derived/0/formula", "derived.json /derived/2/formula");
        assertThat(faults.get(1).code()).isEqualTo("unknown-series");
        assertThat(faults.get(1).line(true)).contains("column 1").contains("NO_SUCH_SERIES");
        assertThat(faults.get(1).line(false)).contains("第 1 列");
    }

    @Test
    void aCycleIsToldWhereItCloses() {
        List<DerivedDefinition> balances = PLAN.derived().stream()
                .filter(row -> row.active() && row.unit().equals("CNY_100M") && !row.pointInTime())
                .limit(2)
                .toList();
        int one = PLAN.derived().indexOf(balances.get(0));
        int other = PLAN.derived().indexOf(balances.get(1));

        List<PackageFault> faults = rule.faults(
                with(Map.of(
                        one,
                        balances.get(1).sdmx() + " * 2",
                        other,
                        balances.get(0).sdmx() + " * 2")),
                List.of());

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("formula-cycle");
            assertThat(fault.place()).isEqualTo("/derived/" + Math.max(one, other) + "/formula");
            assertThat(fault.message().en()).contains(balances.get(0).code());
        });
    }

    private static PlanPackage with(Map<Integer, String> formulas) {
        List<DerivedDefinition> derived = new ArrayList<>(PLAN.derived());
        formulas.forEach((row, formula) -> derived.set(row, of(derived.get(row), formula)));
        return new PlanPackage(
                PLAN.plan(),
                PLAN.fingerprint(),
                PLAN.units(),
                PLAN.series(),
                PLAN.indicators(),
                PLAN.regions(),
                PLAN.clauses(),
                PLAN.verbs(),
                PLAN.tasks(),
                PLAN.organisations(),
                PLAN.systems(),
                PLAN.facts(),
                PLAN.published(),
                derived,
                PLAN.holidays(),
                PLAN.definitions(),
                PLAN.registers());
    }

    private static DerivedDefinition of(DerivedDefinition row, String formula) {
        return new DerivedDefinition(
                row.code(),
                row.sdmx(),
                row.name(),
                row.unit(),
                row.pointInTime(),
                formula,
                List.of(),
                row.kinds(),
                row.regions(),
                row.period(),
                row.decimals(),
                row.tolerance(),
                row.active(),
                row.check(),
                row.clauses(),
                row.note());
    }
}
