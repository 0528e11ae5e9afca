package org.finplan.risk.supervision;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.web.time.AsOf;

/** What a list of records is asked for. */
public class SupervisionParameters {

    @QueryParam("channel")
    @Parameter(description = "Code of a channel.", example = "on_site")
    String channel;

    @QueryParam("institution")
    @Parameter(description = "Credit code of an institution.")
    String institution;

    @QueryParam("region")
    @Parameter(description = "Region code.", example = "441202")
    String region;

    @QueryParam("party")
    @Parameter(
            description = "Who the signal came from: enforcement, self_discipline, media or public.",
            example = "public")
    String party;

    @QueryParam("mode")
    @Parameter(description = "online or offline.", example = "offline")
    String mode;

    @QueryParam("from")
    @Parameter(description = "First day of what happened.", example = "2026-01-01")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day of what happened.", example = "2026-12-31")
    LocalDate to;

    SupervisionRecordFilter filter(AsOf asOf) {
        return new SupervisionRecordFilter(
                channel,
                institution,
                region,
                party,
                mode,
                from,
                to,
                asOf.instant().orElse(null));
    }
}
