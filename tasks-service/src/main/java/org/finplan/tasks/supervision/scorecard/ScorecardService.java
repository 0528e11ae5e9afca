package org.finplan.tasks.supervision.scorecard;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Reckons scorecards of what the caller sees. */
@ApplicationScoped
class ScorecardService {

    private static final List<String> FORMS = List.of("2026", "2026-S1", "2026-Q1", "2026-01", "2026-06-YTD");

    private final UnitScores scorecards;
    private final RegionScope scope;
    private final Caller caller;
    private final EveryRegion everyRegion;
    private final Clock clock;

    ScorecardService(UnitScores scorecards, RegionScope scope, Caller caller, EveryRegion everyRegion, Clock clock) {
        this.scorecards = scorecards;
        this.scope = scope;
        this.caller = caller;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    @Transactional
    ScorecardView read(@Nullable String text) {
        Period period = period(text);
        LocalDate today = BusinessTime.today(clock);
        Set<String> units = Set.of(RoleName.UNIT_OFFICER).containsAll(caller.roles()) ? caller.units() : null;
        UnitScores.Wanted wanted = new UnitScores.Wanted(
                null,
                scope.cities(),
                units == null ? scope.writable() : RegionSet.ALL,
                units,
                period.start(),
                period.end(),
                today);
        // The database knows regions and no units: an officer of a unit is asked for beyond the regions of the token.
        List<UnitCounts> counts = units == null ? scorecards.of(wanted) : everyRegion.with(() -> scorecards.of(wanted));
        return new ScorecardView(
                text,
                period.start(),
                period.end(),
                today,
                counts.stream().map(ScorecardView.Line::of).toList());
    }

    private static Period period(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(Period::find)
                .orElseThrow(() -> ProblemException.invalidParameter("period", text, FORMS));
    }
}
