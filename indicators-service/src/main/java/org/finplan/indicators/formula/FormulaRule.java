package org.finplan.indicators.formula;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.FormulaCompiler;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.expression.FormulaException;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.check.PackageRule;
import org.finplan.platform.plan.fault.PackageFault;

/** A plan package whose formulas cannot all be taken is not used: each that cannot is told with its place. */
@ApplicationScoped
class FormulaRule implements PackageRule {

    private static final String FILE = "derived.json";

    @Override
    public List<PackageFault> faults(PlanPackage read, List<PlanPackage> others) {
        List<PlanPackage> all = new ArrayList<>(others);
        all.add(read);
        PlanRegister register = new PlanRegister(all);
        SeriesRules rules = new SeriesRules(all, register.series().units());
        FormulaCompiler compiler = new FormulaCompiler(register, rules);
        List<PackageFault> faults = new ArrayList<>();
        List<ComputedSeries> taken = new ArrayList<>();
        for (int i = 0; i < read.derived().size(); i++) {
            DerivedDefinition row = read.derived().get(i);
            try {
                ComputedSeries compiled = compiler.compile(PlanFormulas.definition(row, rules));
                if (row.active()) {
                    refuseCycle(compiled, taken);
                    taken.add(compiled);
                }
            } catch (FormulaException fault) {
                faults.add(fault(i, fault));
            }
        }
        return faults;
    }

    private static void refuseCycle(ComputedSeries formula, List<ComputedSeries> taken) {
        List<String> cycle = new FormulaGraph(taken).cycle(formula);
        if (!cycle.isEmpty()) {
            throw FormulaService.cycle(formula, cycle);
        }
    }

    private static PackageFault fault(int row, FormulaException fault) {
        return new PackageFault(
                FILE,
                "/derived/" + row + "/formula",
                fault.error().code(),
                new LocalizedText(
                        "第 " + fault.column() + " 列：" + fault.detail().zh(),
                        "column " + fault.column() + ": " + fault.detail().en()),
                fault.accepted());
    }
}
