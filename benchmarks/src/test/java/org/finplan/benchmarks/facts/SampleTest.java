package org.finplan.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    /** A service starts beside a package that it refuses, and the benchmark would find out at its first report only. */
    @Test
    void thePackageOfTheSeriesIsSound(@TempDir Path directory) throws IOException {
        PlanPackage read = PlanPackages.in(Sample.write(directory, 100));

        assertThat(read.series()).hasSize(100 / Sample.REGIONS.size() + 1);
    }
}
