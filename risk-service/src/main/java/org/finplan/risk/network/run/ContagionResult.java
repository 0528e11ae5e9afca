package org.finplan.risk.network.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a contagion.
 *
 * @param stress share of its equity that each firm has lost, 0 to 1; in a clearing by its books against what is left
 * @param impact weighted stress after contagion less the weighted stress of the shock alone, weights normed to 1
 * @param defaults firms that failed, those included that the shock felled
 * @param payments what each firm pays, of the clearing methods only
 * @param iterations rounds that it took
 * @param converged whether it came to its end within the tolerance
 * @param method how distress spread
 * @param solver how it was worked out: exact, or iterated where that was asked for or a circle was too large to be solved
 * @param tolerance where it was iterated
 */
@Schema(name = "ContagionResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContagionResult(
        Map<String, BigDecimal> stress,
        BigDecimal impact,
        List<String> defaults,
        @Nullable Map<String, BigDecimal> payments,
        int iterations,
        boolean converged,
        String method,
        String solver,
        BigDecimal tolerance) {}
