package org.finplan.platform.plan.reading;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.check.PackageRule;
import org.finplan.platform.plan.fault.PlanPackageException;

/** Where plan packages are had from: those that come with the suite, and those of directories. */
public final class PlanPackages {

    private PlanPackages() {}

    /**
     * Reads a bundled package.
     *
     * @param code plan code
     * @return the package
     * @throws PlanPackageException when there is none or something is wrong with it
     */
    public static PlanPackage bundled(String code) {
        return PlanPackageReader.bundled(code);
    }

    /**
     * Reads a package from a directory.
     *
     * @param directory its directory; the code of the plan stands in {@code indicators.json}
     * @return the package
     * @throws PlanPackageException when something is wrong with it; it names every fault
     */
    public static PlanPackage in(Path directory) {
        return PlanPackageReader.in(directory);
    }

    /**
     * Reads a package from a ZIP archive of its files.
     *
     * @param zip the archive, whole
     * @param source where it comes from, for people
     * @return the package
     * @throws PlanPackageException when something is wrong with the archive or the package; it names every fault
     */
    public static PlanPackage inArchive(byte[] zip, String source) {
        return PlanPackageReader.inArchive(zip, source);
    }

    /**
     * Reads the packages that come with the suite and further ones. A directory whose package cannot be used, or has the
     * code of one before it, is left out and told by {@link PlanRegister#refused()}.
     *
     * @param directories directories of further packages
     * @return the register of those that can be used
     */
    public static PlanRegister register(Collection<Path> directories) {
        return register(directories, List.of());
    }

    /**
     * Reads packages as {@link #register(Collection)} does, and leaves out as well what a program's own rules find fault with.
     *
     * @param directories directories of further packages
     * @param rules what the program asks beyond what every program does
     * @return the register of those that can be used
     */
    public static PlanRegister register(Collection<Path> directories, List<PackageRule> rules) {
        PlanDirectories read = PlanDirectories.read(directories, rules);
        return new PlanRegister(read.packages(), read.refused());
    }
}
