package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.report.schema.MetricSchemas;

/** Reads the items of a report: each by itself, and no institution and period twice. */
@ApplicationScoped
class ReportReader {

    /** Most items in one report. */
    static final int MOST_ITEMS = 2_000;

    private final MetricSchemas schemas;
    private final Institutions institutions;
    private final RegionScope scope;
    private final Caller caller;

    ReportReader(MetricSchemas schemas, Institutions institutions, RegionScope scope, Caller caller) {
        this.schemas = schemas;
        this.institutions = institutions;
        this.scope = scope;
        this.caller = caller;
    }

    /**
     * What could be read.
     *
     * @param items the items without a fault
     * @param errors what is wrong with the others
     */
    record Read(List<ReadItem> items, List<ProblemError> errors) {}

    Read read(List<SentItem> sent) {
        if (sent.isEmpty() || sent.size() > MOST_ITEMS) {
            throw outOfBounds(sent.size());
        }
        Reporters reporters = reporters(sent);
        Map<InstitutionPeriod, SentItem> seen = new HashMap<>();
        List<ReadItem> items = new ArrayList<>();
        List<ProblemError> errors = new ArrayList<>();
        for (SentItem item : sent) {
            ItemReader reader = new ItemReader(schemas, reporters, item);
            Optional<ReadItem> read = reader.read();
            errors.addAll(reader.errors());
            read.ifPresent(found -> {
                SentItem first = seen.putIfAbsent(found.key(), item);
                if (first == null) {
                    items.add(found);
                } else {
                    errors.add(duplicate(item, first));
                }
            });
        }
        return new Read(List.copyOf(items), List.copyOf(errors));
    }

    private Reporters reporters(List<SentItem> sent) {
        Set<String> codes = sent.stream()
                .map(SentItem::institution)
                .filter(code -> code != null && UnifiedCreditCode.hasForm(code))
                .collect(Collectors.toSet());
        Map<String, Institution> known = institutions.known(codes);
        boolean onlyOwn = Set.of(RoleName.INSTITUTION_REPORTER).containsAll(caller.roles()) && !caller.isSystem();
        return new Reporters(
                known,
                scope.writable(),
                onlyOwn,
                caller.units().stream().sorted().toList());
    }

    /** {@return the answer to a report of which nothing is taken} */
    static ProblemException rejection(List<ProblemError> errors) {
        boolean outOfScope =
                errors.stream().anyMatch(error -> error.code().equals(WebError.REGION_NOT_IN_SCOPE.code()));
        ErrorCode[] kinds = Stream.of(ReportError.values(), InstitutionError.values(), WebError.values())
                .flatMap(Stream::of)
                .toArray(ErrorCode[]::new);
        return new ProblemException(
                outOfScope
                        ? WebError.REGION_NOT_IN_SCOPE
                        : ErrorCode.sharedBy(errors, kinds).orElse(ReportError.ITEMS_REJECTED),
                new LocalizedText(
                        "报送内容有 " + errors.size() + " 处错误，未保存任何数据。",
                        "The report has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }

    private static ProblemException outOfBounds(int size) {
        LocalizedText text =
                new LocalizedText("一次报送须有 1 至 " + MOST_ITEMS + " 条。", "A report has 1 to " + MOST_ITEMS + " items.");
        ReportError code = ReportError.ITEMS_OUT_OF_BOUNDS;
        return new ProblemException(
                code,
                text,
                List.of(new ProblemError(
                        "/items", Integer.toString(size), code.code(), text, List.of("1.." + MOST_ITEMS))));
    }

    private static ProblemError duplicate(SentItem item, SentItem first) {
        return new ProblemError(
                item.place(),
                null,
                ReportError.DUPLICATE_ITEM.code(),
                new LocalizedText(
                        "与 " + first.place() + " 为同一机构同一报告期", "The same institution and period as " + first.place()),
                List.of());
    }
}
