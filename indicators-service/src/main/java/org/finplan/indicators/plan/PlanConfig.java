package org.finplan.indicators.plan;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which plans are loaded beside the bundled one. */
@ConfigMapping(prefix = "finplan.plan")
public interface PlanConfig {

    /** {@return directories of further plan packages; the name of a directory is the code of its plan} */
    Optional<List<Path>> directories();
}
