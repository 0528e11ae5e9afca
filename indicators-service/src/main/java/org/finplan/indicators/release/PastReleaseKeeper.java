package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Published;
import org.finplan.indicators.reporting.PastRelease;
import org.finplan.indicators.reporting.PastReleases;
import org.finplan.platform.web.security.Caller;

/** Keeps past releases as released ones, all their figures with them, so that they are listed and can be restored. */
@ApplicationScoped
class PastReleaseKeeper implements PastReleases {

    private final ReleaseRepository releases;
    private final StagedRepository staged;
    private final RecordingTime time;
    private final Caller caller;

    PastReleaseKeeper(ReleaseRepository releases, StagedRepository staged, RecordingTime time, Caller caller) {
        this.releases = releases;
        this.staged = staged;
        this.time = time;
        this.caller = caller;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(PastRelease past, List<NewObservation> figures, Published published) {
        Instant now = time.now();
        releases.insert(new Release(
                past.id(),
                past.title(),
                past.audience(),
                past.releasedAt(),
                List.of(caller.subject()),
                null,
                past.vouchedBy(),
                now,
                caller.subject(),
                ReleaseState.STAGED,
                0,
                null));
        staged.insert(past.id(), Map.of(), figures, now, caller.subject());
        releases.end(past.id(), true, new Release.End(now, caller.subject(), published));
    }
}
