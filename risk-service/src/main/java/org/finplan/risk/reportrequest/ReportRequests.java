package org.finplan.risk.reportrequest;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.TimePosition;

/** Asks institutions for what rules wait for: one request for each period, which ends by itself when nothing is missing. */
@ApplicationScoped
public class ReportRequests {

    private final ReportRequestRepository requests;
    private final Institutions institutions;
    private final Clock clock;

    ReportRequests(ReportRequestRepository requests, Institutions institutions, Clock clock) {
        this.requests = requests;
        this.institutions = institutions;
        this.clock = clock;
    }

    /**
     * Lets the requests to some institutions follow what is missing now, in the transaction of the caller, who keeps others from
     * judging the same institutions.
     *
     * @param judged codes of the institutions
     * @param missing all that is missing of them, at most one for each period
     */
    public void follow(Collection<String> judged, List<Wanted> missing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Wanted> wanted = missing.stream()
                .collect(Collectors.toMap(
                        one -> key(one.institution(), one.period().text()), Function.identity()));
        List<UUID> closed = new ArrayList<>();
        List<UUID> changed = new ArrayList<>();
        List<Wanted> instead = new ArrayList<>();
        for (ReportRequestView open : requests.open(judged)) {
            Wanted still = wanted.remove(key(open.institution(), open.period()));
            if (still == null) {
                closed.add(open.id());
            } else if (!still.metrics().equals(open.metrics()) || !still.rules().equals(open.rules())) {
                changed.add(open.id());
                instead.add(still);
            }
        }
        requests.close(closed, now);
        requests.change(changed, instead, now);
        requests.insert(List.copyOf(wanted.values()), now);
    }

    @Transactional
    Page<ReportRequestView> list(@Nullable String institution, @Nullable Boolean open, CursorParameters paging) {
        if (institution != null) {
            institutions.require(institution);
        }
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<ReportRequestView> rows = requests.page(institution, open, after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(row.since().toString(), row.id().toString()),
                null);
    }

    private static String key(String institution, String period) {
        return institution + " " + period;
    }
}
