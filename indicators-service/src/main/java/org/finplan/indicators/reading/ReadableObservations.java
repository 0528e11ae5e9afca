package org.finplan.indicators.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Observations;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Single figures, as far as the caller may see them. */
@ApplicationScoped
public class ReadableObservations {

    private final Observations observations;
    private final RegionScope scope;

    ReadableObservations(Observations observations, RegionScope scope) {
        this.observations = observations;
        this.scope = scope;
    }

    /**
     * Reads a figure.
     *
     * @param id id of the figure
     * @param known what was known
     * @return its versions, the first one on the axis first; never empty
     * @throws ProblemException 404 when there is none for the caller
     */
    public List<Observation> versions(UUID id, Knowledge known) {
        List<Observation> versions = observations.versions(id, known);
        if (versions.isEmpty()
                || !scope.readable().contains(versions.get(0).key().region())) {
            throw new ProblemException(
                    WebError.NOT_FOUND, new LocalizedText("没有数据 " + id + "。", "There is no observation " + id + "."));
        }
        return versions;
    }
}
