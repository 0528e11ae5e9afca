package org.finplan.indicators.formula;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.indicators.computed.CellView;
import org.finplan.indicators.computed.DerivedFigureService;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.expression.Dependencies;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.FormulaError;
import org.finplan.indicators.expression.FormulaException;
import org.finplan.indicators.expression.Notation;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Stores formulas and computes what they give, in one transaction. */
@ApplicationScoped
class FormulaService {

    private final Formulas formulas;
    private final DerivedFigureService cells;
    private final FigureRecording recording;
    private final PlanRegister register;
    private final PlanScope plans;
    private final RegionScope scope;
    private final SeriesRules rules;
    private final SeriesLock lock;
    private final Caller caller;
    private final AuditTrail audit;
    private final RecordingTime time;
    private final ClosedPlans closed;

    FormulaService(
            Formulas formulas,
            DerivedFigureService cells,
            FigureRecording recording,
            PlanRegister register,
            PlanScope plans,
            RegionScope scope,
            SeriesRules rules,
            SeriesLock lock,
            Caller caller,
            AuditTrail audit,
            RecordingTime time,
            ClosedPlans closed) {
        this.formulas = formulas;
        this.cells = cells;
        this.recording = recording;
        this.register = register;
        this.plans = plans;
        this.scope = scope;
        this.rules = rules;
        this.lock = lock;
        this.caller = caller;
        this.audit = audit;
        this.time = time;
        this.closed = closed;
    }

    /**
     * Gives a series its first formula.
     *
     * @param request the formula
     * @return its first version
     * @throws ProblemException 409 when there is one already, 422 with what is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Definition create(FormulaRequest request) {
        Definition definition = read(request);
        requireCities(definition.code());
        formulas.lock();
        requireOpen(definition.code());
        if (formulas.exists(definition.code())) {
            throw new ProblemException(
                    DerivedError.FORMULA_EXISTS,
                    new LocalizedText(
                            "该序列已有公式，请用 :revise 修订。", "The series has a formula already; change it with :revise."));
        }
        return store(definition.as(1, null, now(), caller.subject()), "formula.create");
    }

    /**
     * Gives a series another formula.
     *
     * @param code series code
     * @param ifMatch the header {@code If-Match}
     * @param request the formula
     * @return the new version
     * @throws ProblemException 404, 412, 428, or 422 with what is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Definition revise(String code, String ifMatch, FormulaRequest request) {
        formulas.lock();
        List<Definition> versions = versions(code);
        requireCities(code);
        Definition current = versions.get(versions.size() - 1);
        Preconditions.requireMatch(ifMatch, EntityTags.of(current.version()));
        Definition definition = read(request);
        if (!definition.code().equals(code)) {
            throw fault("/code", request.code(), "公式的序列不可更改。", "The series of a formula stays.", List.of(code));
        }
        requireOpen(code);
        if (request.reason() == null || request.reason().isBlank()) {
            throw fault("/reason", null, "修订公式须说明原因。", "A revision of a formula needs a reason.", List.of());
        }
        return store(definition.as(current.version() + 1, request.reason(), now(), caller.subject()), "formula.revise");
    }

    /**
     * Checks a formula without storing anything.
     *
     * @param request the formula, and where to compute it
     * @param english whether the answer is in English
     * @return what it reads and gives
     * @throws ProblemException 422 with what is wrong
     */
    FormulaResource.Checked check(FormulaRequest request, boolean english) {
        ComputedSeries formula = compiled(read(request));
        CellView.Manner manner = new CellView.Manner(true, english, scope.readable());
        return new FormulaResource.Checked(
                Notation.of(formula.expression()),
                formula.uses().stream().sorted().toList(),
                dependents(formula.code()),
                request.at() == null ? List.of() : results(formula, request.at(), manner));
    }

    /** {@return the newest version of each formula as known at an instant, by code} */
    List<Definition> newest(Instant asOf) {
        Set<String> seen = plans.series();
        return formulas.newest(asOf).stream()
                .filter(definition -> seen.contains(definition.code()))
                .toList();
    }

    /**
     * Reads all versions of a formula.
     *
     * @param code series code
     * @return the versions from the first on
     * @throws ProblemException 404 when the series has no formula, or is one of other cities' plans only
     */
    List<Definition> versions(String code) {
        return formulas.versions(plans.series().contains(code) ? code : "");
    }

    /** {@return the series that are computed from one, directly or through others} */
    List<String> dependents(String code) {
        return formulas.current().dependents(List.of(code)).stream()
                .filter(plans.series()::contains)
                .sorted()
                .toList();
    }

    /** {@return a version of a formula as it is sent} */
    FormulaView view(Definition definition) {
        return FormulaView.of(
                definition, register.series().find(definition.code()).orElse(null));
    }

    private List<CellView> results(ComputedSeries formula, FormulaRequest.At at, CellView.Manner manner) {
        List<ProblemError> errors = new ArrayList<>();
        Period period = Period.find(String.valueOf(at.period())).orElse(null);
        if (period == null) {
            errors.add(place("/at/period", at.period(), "时期格式有误。", "Invalid period.", Period.NOTATIONS));
        }
        boolean known = at.region() != null
                && register.regions().find(at.region()).isPresent()
                && manner.readable().contains(at.region());
        if (!known) {
            errors.add(place("/at/region", at.region(), "未知地区。", "Unknown region.", List.of()));
        }
        if (!errors.isEmpty()) {
            throw DefinitionReader.refused(errors);
        }
        return cells.tryOut(formula, at.region(), period, manner);
    }

    private void requireOpen(String code) {
        closed.requireOpen(List.of(new ClosedPlans.Cell(code, null)), number -> "/code");
    }

    private static ProblemError place(String pointer, String value, String zh, String en, List<String> accepted) {
        return new ProblemError(pointer, value, FormulaError.DEFINITION.code(), new LocalizedText(zh, en), accepted);
    }

    private Definition store(Definition definition, String action) {
        ComputedSeries before = formulas.current().find(definition.code()).orElse(null);
        ComputedSeries after = compiled(definition);
        lock.acquire(Stream.of(before, after)
                .filter(formula -> formula != null)
                .map(ComputedSeries::code)
                .distinct()
                .toList());
        formulas.add(List.of(definition));
        if (definition.active()) {
            recording.recordFormulas(List.of(after));
        } else if (before != null) {
            recording.withdrawFormula(before);
        }
        audit.record(action, "/api/v1/derived/" + definition.code(), null, definition.name());
        return definition;
    }

    private Definition read(FormulaRequest request) {
        if (request == null) {
            throw fault("", null, "缺少请求正文。", "The body is missing.", List.of());
        }
        return new DefinitionReader(register, rules, scope.readable(), request).read();
    }

    private ComputedSeries compiled(Definition definition) {
        try {
            ComputedSeries compiled = formulas.compile(definition);
            if (definition.active()) {
                refuseCycle(compiled);
            }
            return compiled;
        } catch (FormulaException fault) {
            throw problem(definition, fault);
        }
    }

    private void refuseCycle(ComputedSeries formula) {
        List<String> cycle = formulas.current().cycle(formula);
        if (!cycle.isEmpty()) {
            throw cycle(formula, cycle);
        }
    }

    /** A formula changes figures of all cities whose plans have its series, so it takes all of them to define it. */
    private void requireCities(String code) {
        register.packages().stream()
                .filter(plan -> plan.hasSeries(code))
                .map(PlanPackage::city)
                .distinct()
                .forEach(city -> scope.requireWritable(city, "/code"));
    }

    /** {@return the fault of a formula that is computed from itself, by the series on the way} */
    static FormulaException cycle(ComputedSeries formula, List<String> way) {
        int column = Dependencies.references(formula.expression()).stream()
                .filter(reference ->
                        formula.input(reference.alias()).series().code().equals(way.get(1)))
                .mapToInt(Reference::column)
                .findFirst()
                .orElse(1);
        String path = String.join(" → ", way);
        return new FormulaException(
                FormulaError.CYCLE,
                column,
                new LocalizedText("公式循环引用：" + path + "。", "The formulas form a cycle: " + path + "."),
                List.of());
    }

    static ProblemException problem(Definition definition, FormulaException fault) {
        String rest =
                definition.formula().substring(Math.min(definition.formula().length(), fault.column() - 1));
        LocalizedText message = new LocalizedText(
                "第 " + fault.column() + " 列：" + fault.detail().zh(),
                "Column " + fault.column() + ": " + fault.detail().en());
        return new ProblemException(
                fault.error(),
                message,
                List.of(new ProblemError("/formula", rest, fault.error().code(), message, fault.accepted())));
    }

    private static ProblemException fault(String place, String value, String zh, String en, List<String> accepted) {
        return DefinitionReader.refused(List.of(
                new ProblemError(place, value, FormulaError.DEFINITION.code(), new LocalizedText(zh, en), accepted)));
    }

    private Instant now() {
        return time.now();
    }
}
