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
import java.util.stream.Collectors;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.time.AsOf;
import org.finplan.risk.institution.Institutions;

/** Looks through the owners of an institution. */
@ApplicationScoped
class OwnershipQueryService {

    private static final int DEEPEST = 20;

    private final OwnershipLinkRepository links;
    private final Institutions institutions;
    private final Clock clock;

    OwnershipQueryService(OwnershipLinkRepository links, Institutions institutions, Clock clock) {
        this.links = links;
        this.institutions = institutions;
        this.clock = clock;
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

    /** Reads the file of the institution, then of all holders that have one, and so on: one query for each level. */
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
        }
        return files;
    }
}
