package org.finplan.platform.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.table.PlanFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled plan as a directory. */
class PlanPackagesTest {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void copyThePlan() throws IOException {
        directory = Files.createDirectory(parent.resolve("any-name"));
        for (String file : PlanFiles.all()) {
            try (InputStream in = PlanPackage.class.getResourceAsStream("zq-fin-14fyp/" + file)) {
                Files.copy(in, directory.resolve(file));
            }
        }
    }

    @Test
    void aDirectoryIsReadLikeTheBundledPackageAndItsNameMeansNothing() {
        PlanPackage read = PlanPackages.in(directory);

        assertThat(read.plan().code()).isEqualTo("zq-fin-14fyp");
        assertThat(read.fingerprint())
                .isEqualTo(PlanPackages.bundled("zq-fin-14fyp").fingerprint());
    }

    @Test
    void theMessageOfTheExceptionNamesDirectoryFilePlaceAndWhatIsAccepted() throws IOException {
        replace("facts.json", "\"region\": \"REF-GBA\"", "\"region\": \"REF-GBB\"");
        replace("tasks.json", "\"clause\": \"ch4.s1.1.1\"", "\"clause\": \"ch9.s9\"");

        assertThatThrownBy(() -> PlanPackages.in(directory))
                .isInstanceOf(PlanPackageException.class)
                .hasMessageStartingWith("plan package " + directory + ", ")
                .hasMessageContaining("\ntasks.json /tasks/2/clause: this refers to ch9.s9, which is not there")
                .hasMessageContaining("(accepted: REF-GBA, ");
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replace(what, by));
    }
}
