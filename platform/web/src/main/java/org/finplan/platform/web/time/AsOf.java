package org.finplan.platform.web.time;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The {@code asOf} of a read of facts: the answer as it was known then. Take it as a {@code @BeanParam}. */
public class AsOf {

    @QueryParam("asOf")
    @Parameter(
            description = "The answer as it was known at this instant; now when absent.",
            example = "2026-01-31T16:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    Instant asOf;

    /** {@return the instant asked for; empty for what is known now} */
    public Optional<Instant> instant() {
        return Optional.ofNullable(asOf);
    }

    /**
     * The instant asked for, or the given one.
     *
     * @param now what is meant when nothing was asked for
     * @return the instant
     */
    public Instant orElse(Instant now) {
        return asOf == null ? now : asOf;
    }
}
