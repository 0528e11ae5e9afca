package org.finplan.indicators.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;

/** Versions of the sample plan (样例数据), made by changing the text of its files. */
final class SamplePackages {

    private static final Path ORIGINAL = Path.of("src/test/resources/sample-plan");

    private SamplePackages() {}

    static PlanPackage original() {
        return PlanPackages.in(ORIGINAL);
    }

    /** {@return the sample plan with another text in one of its files, a new file for one that it has not} */
    static PlanPackage with(Path directory, String file, UnaryOperator<String> edit) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(ORIGINAL)) {
            files = entries.toList();
        }
        for (Path original : files) {
            Files.copy(original, directory.resolve(original.getFileName()));
        }
        Path edited = directory.resolve(file);
        String text = Files.exists(edited) ? Files.readString(edited) : "";
        Files.writeString(edited, edit.apply(text));
        return PlanPackages.in(directory);
    }
}
