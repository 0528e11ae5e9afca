package org.finplan.tasks.register.count;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.register.OpeningStock;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.register.EntryConditions;
import org.finplan.tasks.register.RegionParameter;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.Registers;

/** Counts what a register has on a day, within what the caller sees. */
@ApplicationScoped
class CountService {

    private static final List<String> BY = List.of("region", "year");

    private final Registers registers;
    private final CountRepository repository;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Clock clock;

    CountService(Registers registers, CountRepository repository, PlanRegister plans, RegionScope scope, Clock clock) {
        this.registers = registers;
        this.repository = repository;
        this.plans = plans;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    RegisterCountView count(String code, CountParameters wanted) {
        Register register = registers.require(code, wanted.plan);
        RegisterDefinition said = register.definition();
        check(said, wanted);
        RegionSet readable = scope.readable();
        Set<String> regions = RegionParameter.of(wanted.region, true, plans, readable);
        LocalDate at = wanted.at == null ? BusinessTime.today(clock) : wanted.at;
        List<RegisterField> fields =
                said.fields().stream().filter(RegisterField::counted).toList();
        boolean seesAll = (regions == null ? plans.territory(register.plan()) : regions)
                .stream().allMatch(readable::contains);
        boolean known = seesAll && (said.opening() == null || speaksOf(said.opening(), wanted, regions, at));
        OpeningStock opening = known ? said.opening() : null;
        List<String> stages = wanted.stage == null ? said.countedStages() : List.of(wanted.stage);
        EntryConditions conditions = new EntryConditions(readable)
                .of(register)
                .regions(regions)
                .task(wanted.task)
                .indicator(wanted.indicator);
        List<Turnover> turnovers = repository.turnovers(
                conditions,
                stages,
                opening == null ? null : opening.at(),
                at,
                fields.stream().map(RegisterField::code).toList());
        StockCount count = new StockCount(fields.size(), stocks(opening, wanted, regions, fields), turnovers);
        return view(register, wanted, at, stages, opening, known, fields, count);
    }

    private static void check(RegisterDefinition said, CountParameters wanted) {
        if (wanted.stage != null && said.stage(wanted.stage).isEmpty()) {
            throw ProblemException.invalidParameter("stage", wanted.stage, said.stageCodes());
        }
        for (String by : by(wanted)) {
            if (!BY.contains(by)) {
                throw ProblemException.invalidParameter("by", by, BY);
            }
        }
    }

    private static List<String> by(CountParameters wanted) {
        return wanted.by == null ? List.of() : wanted.by;
    }

    /**
     * Whether an opening stock says how many there were of what is asked for. A stock of the city says nothing of a district, one that
     * is not broken down by stages nothing of a stage, and none says which tasks its members serve.
     */
    private static boolean speaksOf(
            OpeningStock opening, CountParameters wanted, @Nullable Set<String> regions, LocalDate at) {
        boolean linked = wanted.task != null || wanted.indicator != null;
        return !linked
                && !at.isBefore(opening.at())
                && (regions == null || opening.stocks().stream().allMatch(stock -> regions.contains(stock.region())))
                && (wanted.stage == null || opening.stocks().stream().allMatch(stock -> stock.stage() != null));
    }

    private static List<StockCount.Stock> stocks(
            @Nullable OpeningStock opening,
            CountParameters wanted,
            @Nullable Set<String> regions,
            List<RegisterField> fields) {
        List<StockCount.Stock> stocks = new ArrayList<>();
        for (OpeningStock.Stock stock : opening == null ? List.<OpeningStock.Stock>of() : opening.stocks()) {
            boolean asked = (regions == null || regions.contains(stock.region()))
                    && (wanted.stage == null || wanted.stage.equals(stock.stage()));
            if (asked) {
                stocks.add(new StockCount.Stock(
                        stock.region(),
                        stock.count(),
                        fields.stream().map(field -> sum(stock, field)).toList()));
            }
        }
        return stocks;
    }

    private static BigDecimal sum(OpeningStock.Stock stock, RegisterField field) {
        return stock.sums().stream()
                .filter(sum -> sum.field().equals(field.code()))
                .map(OpeningStock.Sum::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RegisterCountView view(
            Register register,
            CountParameters wanted,
            LocalDate at,
            List<String> stages,
            @Nullable OpeningStock opening,
            boolean complete,
            List<RegisterField> fields,
            StockCount count) {
        StockCount.Line total = count.total();
        List<String> by = by(wanted);
        List<StockCount.Line> lines =
                by.isEmpty() ? List.of() : count.lines(by.contains("region"), by.contains("year"));
        return new RegisterCountView(
                register.plan(),
                register.code(),
                at,
                stages,
                wanted.region,
                opening == null ? null : opening.at(),
                opening == null ? null : opening.clause(),
                complete,
                total.opening(),
                total.moved().entered(),
                total.moved().left(),
                total.count(),
                sums(total, fields),
                lines.stream()
                        .map(line -> new RegisterCountView.CountLine(
                                line.region(),
                                line.year(),
                                line.opening(),
                                line.moved().entered(),
                                line.moved().left(),
                                line.count(),
                                sums(line, fields)))
                        .toList());
    }

    private static List<RegisterCountView.FieldSum> sums(StockCount.Line line, List<RegisterField> fields) {
        List<BigDecimal> values = line.sums();
        List<RegisterCountView.FieldSum> sums = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            sums.add(new RegisterCountView.FieldSum(
                    fields.get(i).code(),
                    fields.get(i).unit(),
                    line.openingSums().get(i),
                    line.moved().enteredSums().get(i),
                    line.moved().leftSums().get(i),
                    values.get(i)));
        }
        return sums;
    }
}
