package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;

/** Reads who must disclose, what was disclosed and what is missing, for the caller. */
@ApplicationScoped
class DisclosureQueryService {

    private static final int KEYS = 2;

    private final DisclosureRepository disclosures;
    private final DisclosureBodyRepository bodies;
    private final DisclosureClasses classes;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Clock clock;

    DisclosureQueryService(
            DisclosureRepository disclosures,
            DisclosureBodyRepository bodies,
            DisclosureClasses classes,
            PlanRegister plans,
            RegionScope scope,
            Clock clock) {
        this.disclosures = disclosures;
        this.bodies = bodies;
        this.classes = classes;
        this.plans = plans;
        this.scope = scope;
        this.clock = clock;
    }

    List<DisclosureClass> classes() {
        return classes.all();
    }

    @Transactional
    DisclosureBody body(String uscc) {
        return bodies.find(uscc, scope.readable()).orElseThrow(() -> notFound(uscc));
    }

    @Transactional
    List<DisclosureBody> versions(String uscc) {
        body(uscc);
        return bodies.versions(uscc, scope.readable());
    }

    @Transactional
    Page<DisclosureBody> bodies(@Nullable String bodyClass, CursorParameters paging) {
        String wanted = CodeParameter.of("class", bodyClass, classes.codes());
        List<DisclosureBody> rows =
                bodies.page(wanted, scope.readable(), paging.afterKey().orElse(null), paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.uscc()), null);
    }

    @Transactional
    Page<EnvironmentalDisclosure> list(DisclosureFilter sent, CursorParameters paging) {
        CodeParameter.of("class", sent.bodyClass(), classes.codes());
        DisclosureRepository.Position after =
                paging.after().map(DisclosureQueryService::position).orElse(null);
        List<EnvironmentalDisclosure> rows = disclosures.page(sent, scope.readable(), after, paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(Integer.toString(row.year()), row.body()), null);
    }

    @Transactional
    Page<MissingDisclosure> missing(
            @Nullable Integer year, @Nullable String bodyClass, @Nullable String region, CursorParameters paging) {
        LocalDate today = BusinessTime.today(clock);
        int wanted = year == null ? today.getYear() - 1 : year;
        if (wanted < DisclosureBodyRequest.FIRST || wanted > DisclosureBodyRequest.LAST) {
            throw ProblemException.invalidParameter(
                    "year",
                    Integer.toString(wanted),
                    List.of(DisclosureBodyRequest.FIRST + "/" + DisclosureBodyRequest.LAST));
        }
        List<String> after = paging.after().orElse(null);
        if (after != null && after.size() != KEYS) {
            throw TimePosition.damaged(after);
        }
        List<MissingDisclosure> rows = disclosures.missing(
                new DisclosureRepository.Wanted(
                        wanted,
                        CodeParameter.of("class", bodyClass, classes.codes()),
                        CodeParameter.ofRegion("region", region, plans.regionCodes(), scope.readable()),
                        after,
                        scope.readable(),
                        today),
                paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.bodyClass(), row.body()), null);
    }

    private static ProblemException notFound(String uscc) {
        return new ProblemException(
                WebError.NOT_FOUND,
                new LocalizedText("没有披露义务主体 " + uscc + "。", "There is no disclosing body " + uscc + "."));
    }

    private static DisclosureRepository.Position position(List<String> keys) {
        if (keys.size() != KEYS) {
            throw TimePosition.damaged(keys);
        }
        try {
            return new DisclosureRepository.Position(Integer.parseInt(keys.get(0)), keys.get(1));
        } catch (NumberFormatException noYear) {
            throw TimePosition.damaged(keys);
        }
    }
}
