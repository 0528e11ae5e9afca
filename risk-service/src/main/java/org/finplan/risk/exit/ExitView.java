package org.finplan.risk.exit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.precondition.EntityTags;

/**
 * The exit of an institution.
 *
 * @param id its id
 * @param version its version, also its ETag
 * @param institution credit code of the institution
 * @param name its name
 * @param region its region
 * @param ground code of the ground
 * @param state listed, noticed, cancelled or kept
 * @param listedOn the day it was listed
 * @param noticedOn the day of the notice, or null before it
 * @param objectionDays calendar days after the notice on which objections count
 * @param objectionUntil the last of them, or null before the notice
 * @param openObjections objections that wait for a decision
 * @param upheld whether an objection was upheld, so that it cannot be struck off
 * @param decidedOn the day of the decision, or null before it
 * @param createdAt when it was entered
 * @param steps what was done, the oldest first
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller cannot do now, and why
 */
@Schema(name = "InstitutionExit")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExitView(
        UUID id,
        int version,
        String institution,
        String name,
        String region,
        String ground,
        String state,
        LocalDate listedOn,
        @Nullable LocalDate noticedOn,
        int objectionDays,
        @Nullable LocalDate objectionUntil,
        int openObjections,
        boolean upheld,
        @Nullable LocalDate decidedOn,
        Instant createdAt,
        List<ExitStep> steps,
        List<String> allowedActions,
        List<ExitRights.Blocked> blockedActions) {

    /** {@return its ETag} */
    String tag() {
        return EntityTags.of(version);
    }

    static ExitView of(InstitutionExit exit, List<ExitStep> steps, ExitRights.Offer offer) {
        ExitStanding standing = exit.standing();
        return new ExitView(
                exit.id(),
                exit.version(),
                exit.institution(),
                exit.name(),
                exit.region(),
                exit.ground(),
                standing.state().code(),
                standing.listedOn(),
                standing.noticedOn(),
                standing.objectionDays(),
                standing.objectionUntil(),
                standing.openObjections(),
                standing.upheld(),
                standing.decidedOn(),
                exit.createdAt(),
                steps,
                offer.allowed(),
                offer.blocked());
    }
}
