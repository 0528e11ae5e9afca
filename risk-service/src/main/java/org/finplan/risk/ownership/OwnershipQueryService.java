package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.time.AsOf;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.TimePosition;

/** Looks through the owners of an institution. */
@ApplicationScoped
class OwnershipQueryService {

    private static final int DEEPEST = 20;

    private final OwnershipLinkRepository links;
    private final Institutions institutions;
    private final RegionScope scope;
    private final Clock clock;

    OwnershipQueryService(OwnershipLinkRepository links, Institutions institutions, RegionScope scope, Clock clock) {
        this.links = links;
        this.institutions = institutions;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    Page<OwnershipLink> list(OwnershipLinkFilter filter, CursorParameters paging) {
        UUID after = paging.afterKey().map(OwnershipQueryService::position).orElse(null);
        List<OwnershipLink> rows = links.page(filter, scope.readable(), after, paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.id().toString()), null);
    }

    @Transactional
    OwnershipView lookThrough(String uscc, @Nullable LocalDate on, AsOf asOf, int depth) {
        institutions.require(uscc);
        if (depth < 1 || depth > DEEPEST) {
            throw ProblemException.invalidParameter("depth", Integer.toString(depth), List.of("1/" + DEEPEST));
        }
        LocalDate day = on == null ? BusinessTime.today(clock) : on;
        Instant at = asOf.instant().orElse(null);
        OwnershipGraph graph = new OwnershipGraph(files(uscc, day, at, depth));
        return OwnershipView.of(uscc, day, asOf.orElse(clock.instant()), depth, graph.lookThrough(uscc, depth));
    }

    /** Reads the file of the institution, then of all holders that have one, and so on: two queries for each level. */
    private Map<String, List<OwnershipLink>> files(String uscc, LocalDate on, @Nullable Instant asOf, int depth) {
        Map<String, List<OwnershipLink>> files = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = Set.of(uscc);
        for (int level = 0; level < depth && !next.isEmpty(); level++) {
            asked.addAll(next);
            Map<String, List<OwnershipLink>> read =
                    links.known(next, on, asOf).stream().collect(Collectors.groupingBy(OwnershipLink::institution));
            files.putAll(read);
            next = new OwnershipGraph(read).holderCodes();
            next.removeAll(asked);
            next.retainAll(institutions.known(next).keySet());
        }
        return files;
    }

    private static UUID position(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException noId) {
            throw TimePosition.damaged(List.of(key));
        }
    }
}
