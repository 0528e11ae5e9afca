package org.finplan.indicators.reading;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.indicators.observation.KnowledgeAxis;
import org.finplan.platform.problem.ProblemException;

/** The periods that a read is about, and by which time their figures count as known. Take it as a {@code @BeanParam}. */
public class VintageRange extends PeriodRange {

    @QueryParam("axis")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"recorded", "released"}),
            description =
                    "recorded (when absent): figures are known since they were known here; released: since their source"
                            + " released them, whenever they were recorded.",
            example = "released")
    String axis;

    /**
     * By which time a figure counts as known.
     *
     * @return the axis, the recorded one when none is named
     * @throws ProblemException 400 when there is none such
     */
    public KnowledgeAxis axis() {
        return axis == null
                ? KnowledgeAxis.RECORDED
                : KnowledgeAxis.find(axis)
                        .orElseThrow(() -> ProblemException.invalidParameter("axis", axis, KnowledgeAxis.codes()));
    }
}
