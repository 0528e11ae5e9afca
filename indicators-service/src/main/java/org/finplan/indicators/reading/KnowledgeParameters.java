package org.finplan.indicators.reading;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.KnowledgeAxis;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.time.AsOf;

/** The instant of a read of figures, and by which time they count as known at it. Take it as a {@code @BeanParam}. */
public class KnowledgeParameters extends AsOf {

    @QueryParam("axis")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"recorded", "released"}),
            description =
                    "recorded (when absent): figures are known since they were known here; released: since their source"
                            + " released them, whenever they were recorded. Targets and formulas have no day of release: with"
                            + " released they count as they stand now.",
            example = "released")
    String axis;

    /**
     * What was known at an instant, on the axis asked for.
     *
     * @param settled the instant of the answer, settled
     * @return what the answer is made of
     * @throws ProblemException 400 when there is no such axis
     */
    public Knowledge at(Instant settled) {
        return new Knowledge(settled, axis());
    }

    private KnowledgeAxis axis() {
        return axis == null
                ? KnowledgeAxis.RECORDED
                : KnowledgeAxis.find(axis)
                        .orElseThrow(() -> ProblemException.invalidParameter("axis", axis, KnowledgeAxis.codes()));
    }
}
