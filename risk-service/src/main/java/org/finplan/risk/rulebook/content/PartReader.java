package org.finplan.risk.rulebook.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.definition.Bands;
import org.finplan.risk.rulebook.definition.Comparator;
import org.finplan.risk.rulebook.definition.Condition;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.formula.Formula;
import org.finplan.risk.rulebook.formula.FormulaFault;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/** Reads the parts that rules are made of. */
final class PartReader {

    private static final List<String> OF_A_QUOTIENT = List.of("PCT", "PER_MILLE", "TIMES");

    private final Faults faults;
    private final MetricCatalogue metrics;
    private final List<String> kinds;

    PartReader(Faults faults, MetricCatalogue metrics, List<String> kinds) {
        this.faults = faults;
        this.metrics = metrics;
        this.kinds = kinds;
    }

    /** Reads a measure; null when anything of it is wrong, which is told. */
    Measure measure(String at, String over, String under, String unit) {
        Formula numerator = formula(at + "/numerator", faults.required(at + "/numerator", over));
        Formula denominator = under == null ? null : formula(at + "/denominator", under);
        if (numerator == null || (under != null && denominator == null)) {
            return null;
        }
        Optional<String> own = unit(at + "/numerator", over);
        if (denominator == null) {
            return new Measure(over, metrics.label(over), numerator, null, amount(at + "/unit", unit, own), null);
        }
        faults.code(
                at + "/unit", unit, text -> Optional.of(text).filter(OF_A_QUOTIENT::contains), OF_A_QUOTIENT.stream());
        String text = over + " / " + (simple(under) ? under : "(" + under + ")");
        return new Measure(
                text,
                metrics.label(text),
                numerator,
                denominator,
                unit,
                unit(at + "/denominator", under).orElse(null));
    }

    /** The unit of an amount is that of its metrics; what has none, such as a product of two, says it itself. */
    private String amount(String at, String unit, Optional<String> own) {
        boolean known = unit != null && metrics.units().contains(unit);
        if (own.isPresent() ? unit != null && !unit.equals(own.get()) : !known) {
            faults.add(
                    RuleError.INVALID,
                    at,
                    unit,
                    "单位应为该指标的单位",
                    "the unit is that of the metric",
                    own.map(List::of).orElseGet(metrics::units));
        }
        return own.orElse(unit);
    }

    private Optional<String> unit(String at, String text) {
        try {
            return metrics.unit(text);
        } catch (FormulaFault fault) {
            refuse(at, text, fault);
            return Optional.empty();
        }
    }

    private static boolean simple(String formula) {
        return formula.chars().allMatch(sign -> sign == '-' || sign == '.' || Character.isLetterOrDigit(sign));
    }

    /** Reads the other side of an identity; null when it is wrong, which is told. */
    Measure right(String text) {
        Formula formula = formula("/right", faults.required("/right", text));
        return formula == null
                ? null
                : new Measure(
                        text,
                        metrics.label(text),
                        formula,
                        null,
                        unit("/right", text).orElse(null),
                        null);
    }

    private Formula formula(String at, String text) {
        if (text == null) {
            return null;
        }
        try {
            return metrics.read(text, kinds);
        } catch (FormulaFault fault) {
            refuse(at, text, fault);
            return null;
        }
    }

    private void refuse(String at, String text, FormulaFault fault) {
        faults.add(
                RuleError.FORMULA_INVALID,
                at,
                text,
                "第 " + fault.place() + " 个字符：" + fault.text().zh(),
                "character " + fault.place() + ": " + fault.text().en(),
                fault.accepted());
    }

    Comparator comparator(String at, String code) {
        return faults.code(
                at, code, Comparator::find, Stream.of(Comparator.values()).map(Comparator::code));
    }

    Level level(String at, String code) {
        return faults.code(at, code, Level::find, Stream.of(Level.values()).map(Level::code));
    }

    List<Limit> limits(String at, List<RuleRequest.LimitContent> contents) {
        List<Limit> limits = new ArrayList<>();
        if (contents == null || contents.isEmpty()) {
            faults.required(at, null);
            return limits;
        }
        for (int i = 0; i < contents.size(); i++) {
            RuleRequest.LimitContent content = contents.get(i);
            BigDecimal value = faults.required(at + "/" + i + "/value", content.value());
            if (value != null && value.signum() < 0) {
                faults.add(
                        RuleError.INVALID,
                        at + "/" + i + "/value",
                        value,
                        "限额不得为负",
                        "a limit is not negative",
                        List.of("0.."));
            }
            LocalDate from = date(at + "/" + i + "/from", content.from());
            LocalDate until = date(at + "/" + i + "/until", content.until());
            if (from != null && until != null && until.isBefore(from)) {
                faults.add(
                        RuleError.INVALID,
                        at + "/" + i + "/until",
                        until,
                        "失效日早于生效日",
                        "the end lies before the beginning",
                        List.of(from + "/.."));
            }
            limits.add(new Limit(value, from, until));
        }
        return limits;
    }

    private LocalDate date(String at, String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            faults.add(RuleError.INVALID, at, text, "日期无效", "this is no date", List.of("YYYY-MM-DD"));
            return null;
        }
    }

    Bands bands(List<RuleRequest.BandContent> contents) {
        if (contents == null) {
            return Bands.DEFAULT;
        }
        List<Bands.Band> read = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            RuleRequest.BandContent content = contents.get(i);
            read.add(new Bands.Band(level("/bands/" + i + "/level", content.level()), content.from(), content.to()));
        }
        Bands bands = new Bands(read);
        if (read.stream().allMatch(band -> band.level() != null && band.from() != null)) {
            bands.fault().ifPresent(this::refuse);
        }
        return bands;
    }

    private void refuse(Bands.Fault fault) {
        String at = "/bands/" + fault.band();
        switch (fault.misfit()) {
            case GAP -> refuse(at + "/from", "与上一区间之间有空隙", "there is a gap to the band before");
            case OVERLAP -> refuse(at + "/from", "与上一区间重叠", "it overlaps the band before");
            case NO_END -> refuse(at + "/to", "只有最后一个区间没有终点", "the last band has no end, the others have one");
            case NOT_GRAVER -> refuse(at + "/level", "级别应高于上一区间", "its level is above that of the band before");
            case NONE_AT_THE_LIMIT -> refuse(at + "/from", "须有一个区间从 1（限额）开始", "one band begins at 1, the limit");
        }
    }

    private void refuse(String at, String zh, String en) {
        faults.add(RuleError.BANDS_INVALID, at, null, zh, en, List.of());
    }

    List<Condition> conditions(String at, List<RuleRequest.ConditionContent> contents) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; contents != null && i < contents.size(); i++) {
            RuleRequest.ConditionContent content = contents.get(i);
            String place = at + "/" + i;
            conditions.add(new Condition(
                    measure(place, content.numerator(), content.denominator(), content.unit()),
                    comparator(place + "/comparator", content.comparator()),
                    faults.required(place + "/limit", content.limit())));
        }
        return conditions;
    }

    SortedMap<Integer, Level> steps(List<RuleRequest.StepContent> contents) {
        SortedMap<Integer, Level> steps = new TreeMap<>();
        for (int i = 0; contents != null && i < contents.size(); i++) {
            int from = contents.get(i).from();
            if (from < 1 || steps.containsKey(from)) {
                faults.add(
                        RuleError.INVALID,
                        "/steps/" + i + "/from",
                        from,
                        "须为正整数且不重复",
                        "this is above 0 and stands once",
                        List.of("1.."));
            }
            Level level = level("/steps/" + i + "/level", contents.get(i).level());
            if (level != null) {
                steps.put(from, level);
            }
        }
        return steps;
    }

    List<LoanClass> classes(List<RuleRequest.LoanClassContent> contents, String unit) {
        List<LoanClass> classes = new ArrayList<>();
        for (int i = 0; contents != null && i < contents.size(); i++) {
            RuleRequest.LoanClassContent content = contents.get(i);
            String place = "/loanClasses/" + i;
            classes.add(new LoanClass(
                    content.code(),
                    content.name().text(),
                    measure(
                            place,
                            content.numerator(),
                            content.denominator(),
                            content.denominator() == null ? null : unit),
                    limits(place + "/limits", content.limits())));
        }
        if (classes.stream()
                        .map(LoanClass::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                < classes.size()) {
            faults.add(RuleError.INVALID, "/loanClasses", null, "贷款类别重复", "a loan class is named twice", List.of());
        }
        return classes;
    }
}
