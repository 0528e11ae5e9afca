package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Reads the items of a report: each by itself, and no figure twice. */
@ApplicationScoped
class ReportReader {

    private final PlanRegister register;
    private final SeriesRules rules;
    private final RegionScope scope;
    private final Clock clock;

    ReportReader(PlanRegister register, SeriesRules rules, RegionScope scope, Clock clock) {
        this.register = register;
        this.rules = rules;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Reads items.
     *
     * @param items as they were sent, or null
     * @param direct the source of those that name none
     * @return what could be read, and what is wrong with the others
     * @throws ProblemException 422 when there are none or too many
     */
    ReadItems read(List<SentItem> items, Source direct) {
        checkBounds(items);
        RegionSet writable = scope.writable();
        Instant now = clock.instant();
        Map<ObservationKey, Integer> seen = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        List<NewObservation> figures = new ArrayList<>();
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            SentItem sent = items.get(i);
            if (sent != null && !sent.faults().isEmpty()) {
                errors.addAll(sent.faults(i));
                continue;
            }
            ObservationReport.Item item = sent == null ? null : sent.figure();
            ItemReader reader = new ItemReader(register, rules, writable, direct, now, i, item);
            Optional<NewObservation> figure = reader.read();
            errors.addAll(reader.errors());
            if (figure.isPresent()) {
                Integer first = seen.putIfAbsent(figure.get().key(), i);
                if (first == null) {
                    places.add(i);
                    figures.add(figure.get());
                } else {
                    errors.add(duplicate(i, first));
                }
            }
        }
        return new ReadItems(List.copyOf(places), List.copyOf(figures), List.copyOf(errors));
    }

    /**
     * Checks the form of items of which all or none are taken.
     *
     * @param items as they were sent, or null
     * @throws ProblemException 400 when one cannot be read, 422 when there are none or too many
     */
    static void checkForm(List<SentItem> items) {
        checkBounds(items);
        List<ProblemError> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != null) {
                faults.addAll(items.get(i).faults(i));
            }
        }
        if (!faults.isEmpty()) {
            ProblemError first = faults.get(0);
            LocalizedText text = new LocalizedText(
                    first.pointer() + "：" + first.message().zh(),
                    first.pointer() + ": " + first.message().en());
            throw new ProblemException(WebError.INVALID_BODY, text, faults);
        }
    }

    /** {@return the answer to a report of which nothing is taken} */
    static ProblemException rejection(List<ProblemError> errors) {
        boolean outOfScope =
                errors.stream().anyMatch(error -> error.code().equals(WebError.REGION_NOT_IN_SCOPE.code()));
        ErrorCode shared = ErrorCode.sharedBy(errors, ObservationError.values())
                .or(() -> ErrorCode.sharedBy(errors, WebError.values()))
                .orElse(ObservationError.ITEMS_REJECTED);
        return new ProblemException(
                outOfScope ? WebError.REGION_NOT_IN_SCOPE : shared,
                new LocalizedText(
                        "报送内容有 " + errors.size() + " 处错误，未保存任何数据。",
                        "The report has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }

    private static ProblemError duplicate(int index, int first) {
        return new ProblemError(
                "/items/" + index,
                null,
                ObservationError.DUPLICATE_ITEM.code(),
                new LocalizedText("与第 " + first + " 条为同一数据", "The same figure as item " + first),
                List.of());
    }

    private static void checkBounds(List<SentItem> items) {
        int size = items == null ? 0 : items.size();
        if (size == 0 || size > ObservationReport.MOST_ITEMS) {
            throw outOfBounds(size);
        }
    }

    /** {@return the answer to a report without items, or with too many} */
    static ProblemException outOfBounds(int size) {
        LocalizedText text = new LocalizedText(
                "一次报送须有 1 至 " + ObservationReport.MOST_ITEMS + " 条。",
                "A report has 1 to " + ObservationReport.MOST_ITEMS + " items.");
        ObservationError code = ObservationError.ITEMS_OUT_OF_BOUNDS;
        return new ProblemException(
                code,
                text,
                List.of(new ProblemError(
                        "/items",
                        Integer.toString(size),
                        code.code(),
                        text,
                        List.of("1.." + ObservationReport.MOST_ITEMS))));
    }
}
