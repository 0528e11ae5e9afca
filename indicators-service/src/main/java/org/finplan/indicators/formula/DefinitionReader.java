package org.finplan.indicators.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.expression.FormulaError;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Reads a formula from a request, and says everything that is wrong around the formula at once. */
final class DefinitionReader {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_INPUTS = 50;
    private static final int MOST_YEARS = 50;
    private static final int MOST_DECIMALS = 12;
    private static final int USUAL_DECIMALS = 4;

    private final PlanRegister register;
    private final SeriesRules rules;
    private final RegionSet readable;
    private final FormulaRequest request;
    private final List<ProblemError> errors = new ArrayList<>();

    DefinitionReader(PlanRegister register, SeriesRules rules, RegionSet readable, FormulaRequest request) {
        this.register = register;
        this.readable = readable;
        this.rules = rules;
        this.request = request;
    }

    /**
     * Reads the request.
     *
     * @return the definition, not yet a version
     * @throws ProblemException 422 with everything that is wrong
     */
    Definition read() {
        SeriesDefinition series = series("/code", request.code());
        if (blank(request.formula())) {
            add("/formula", null, "缺少公式。", "The formula is missing.", List.of());
        }
        List<Definition.Input> inputs = inputs();
        List<ObservationKind> kinds = kinds(series);
        list(request.regions()).forEach(region -> region("/regions", region));
        Period period = period();
        int decimals = number("/decimals", request.decimals(), USUAL_DECIMALS, 0, MOST_DECIMALS);
        if (request.tolerance() != null && request.tolerance().signum() < 0) {
            add(
                    "/tolerance",
                    request.tolerance().toPlainString(),
                    "容差不能为负。",
                    "A tolerance is not negative.",
                    List.of("0 …"));
        }
        LocalizedText note = note();
        checkLength("/reason", request.reason());
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        return new Definition(
                series.code(),
                1,
                request.formula(),
                inputs,
                decimals,
                request.tolerance(),
                kinds,
                list(request.regions()),
                period,
                !Boolean.FALSE.equals(request.active()),
                request.reason(),
                note,
                List.of(),
                null,
                null);
    }

    static ProblemException refused(List<ProblemError> errors) {
        return new ProblemException(
                ErrorCode.sharedBy(errors, FormulaError.values()).orElse(FormulaError.REJECTED),
                new LocalizedText(
                        "公式定义有 " + errors.size() + " 处错误，未保存任何内容。",
                        "The definition has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }

    private List<Definition.Input> inputs() {
        List<FormulaRequest.Input> sent = list(request.inputs());
        if (sent.size() > MOST_INPUTS) {
            add("/inputs", String.valueOf(sent.size()), "引用过多。", "Too many inputs.", List.of("0.." + MOST_INPUTS));
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, sent.size())
                .mapToObj(i -> input("/inputs/" + i, sent.get(i), seen))
                .filter(Objects::nonNull)
                .toList();
    }

    private Definition.Input input(String place, FormulaRequest.Input input, Set<String> seen) {
        if (input == null) {
            add(place, null, "引用为空。", "The input is empty.", List.of());
            return null;
        }
        boolean named = input.alias() != null && input.alias().matches("[A-Za-z][A-Za-z0-9_]{0,63}");
        if (!named || !seen.add(input.alias())) {
            add(
                    place + "/alias",
                    input.alias(),
                    "别名有误或重复。",
                    "The alias is malformed or stands twice.",
                    List.of("A..Z, a..z, 0..9, _"));
        }
        SeriesDefinition series = series(place + "/series", input.series());
        ObservationKind kind = input.kind() == null ? null : kind(place + "/kind", input.kind());
        if (input.region() != null) {
            region(place + "/region", input.region());
        }
        int years = number(place + "/years", input.years(), 0, -MOST_YEARS, MOST_YEARS);
        return series == null
                ? null
                : new Definition.Input(
                        input.alias(),
                        series.code(),
                        kind,
                        input.region(),
                        years,
                        Boolean.TRUE.equals(input.implied()));
    }

    private List<ObservationKind> kinds(SeriesDefinition series) {
        if (list(request.kinds()).isEmpty()) {
            return series == null ? List.of() : List.of(rules.usualKind(series.code()));
        }
        return request.kinds().stream()
                .map(kind -> kind("/kinds", kind))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private SeriesDefinition series(String place, String code) {
        Optional<SeriesDefinition> series =
                code == null ? Optional.empty() : register.series().find(code);
        if (series.isEmpty()) {
            List<String> near = code == null
                    ? List.of()
                    : EditDistance.nearest(
                            code, register.series().all().stream().map(SeriesDefinition::code));
            add(place, code, FormulaError.UNKNOWN_SERIES, FormulaError.UNKNOWN_SERIES.title(), near);
        }
        return series.orElse(null);
    }

    private ObservationKind kind(String place, String code) {
        Optional<ObservationKind> kind = ObservationKind.find(String.valueOf(code));
        if (kind.isEmpty()) {
            List<String> codes = Stream.of(ObservationKind.values())
                    .map(ObservationKind::code)
                    .toList();
            add(place, code, "未知数据类别。", "Unknown kind of figure.", codes);
        }
        return kind.orElse(null);
    }

    private void region(String place, String code) {
        boolean known = code != null && register.regions().find(code).isPresent() && readable.contains(code);
        if (!known) {
            add(
                    place,
                    code,
                    "未知地区。",
                    "Unknown region.",
                    EditDistance.nearest(
                            String.valueOf(code),
                            register.regions().all().stream()
                                    .map(RegionDefinition::code)
                                    .filter(readable::contains)));
        }
    }

    private Period period() {
        Optional<Period> period = Optional.ofNullable(request.period()).flatMap(Period::find);
        if (request.period() != null && period.isEmpty()) {
            add("/period", request.period(), "时期格式有误。", "Invalid period.", Period.NOTATIONS);
        }
        return period.orElse(null);
    }

    private LocalizedText note() {
        FormulaRequest.Note note = request.note();
        if (note == null) {
            return null;
        }
        if (blank(note.zh()) || blank(note.en())) {
            add("/note", null, "备注须有中英文。", "A note is in Chinese and English.", List.of("zh, en"));
            return null;
        }
        checkLength("/note/zh", note.zh());
        checkLength("/note/en", note.en());
        return new LocalizedText(note.zh(), note.en());
    }

    private int number(String place, Integer sent, int usual, int least, int most) {
        if (sent != null && (sent < least || sent > most)) {
            add(place, sent.toString(), "数值超出范围。", "Out of bounds.", List.of(least + ".." + most));
        }
        return sent == null ? usual : sent;
    }

    private void checkLength(String place, String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            add(
                    place,
                    text,
                    "文字过长或含非法字符。",
                    "The text is too long or has a character that it may not have.",
                    List.of("1.." + LONGEST_TEXT));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static <T> List<T> list(List<T> sent) {
        return sent == null ? List.of() : sent;
    }

    private void add(String place, String value, String zh, String en, List<String> accepted) {
        add(place, value, FormulaError.DEFINITION, new LocalizedText(zh, en), accepted);
    }

    private void add(String place, String value, FormulaError error, LocalizedText message, List<String> accepted) {
        errors.add(new ProblemError(place, value, error.code(), message, accepted));
    }
}
