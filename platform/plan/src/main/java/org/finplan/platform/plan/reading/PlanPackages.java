package org.finplan.platform.plan.reading;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.check.DefinitionRule;
import org.finplan.platform.plan.check.PackageRule;
import org.finplan.platform.plan.check.RegionRule;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

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
        return PlanPackageReader.bundled(code).read();
    }

    /**
     * Whether a package comes with the suite.
     *
     * @param code plan code
     * @return whether it does
     */
    public static boolean isBundled(String code) {
        return PlanDirectories.BUNDLED.contains(code);
    }

    /**
     * Reads the files of a sound package.
     *
     * @param plan code of a plan that comes with the suite, or a directory
     * @return its files
     * @throws PlanPackageException when something is wrong with it; it names every fault
     */
    public static PackageTables tables(String plan) {
        FaultList faults = new FaultList();
        PlanFiles files = isBundled(plan) ? PlanFiles.bundled(plan, faults) : PlanFiles.in(Path.of(plan), faults);
        return PlanPackageReader.checked(files, faults);
    }

    /**
     * Reads a package from a directory.
     *
     * @param directory its directory; the code of the plan stands in {@code indicators.json}
     * @return the package
     * @throws PlanPackageException when something is wrong with it; it names every fault
     */
    public static PlanPackage in(Path directory) {
        return PlanPackageReader.in(directory).read();
    }

    /**
     * Reads a package from a ZIP archive of its files.
     *
     * @param zip the archive, whole
     * @param source where it comes from, for people
     * @return the package with its files
     * @throws PlanPackageException when something is wrong with the archive or the package; it names every fault
     */
    public static SourcePackage inArchive(byte[] zip, String source) {
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
        return atStart(directories).register();
    }

    /**
     * Reads the packages that come with the suite and further ones, and keeps their files.
     *
     * @param directories directories of further packages
     * @return those that can be used, and those that cannot
     */
    public static StartPackages atStart(Collection<Path> directories) {
        return atStart(directories, List.of(new DefinitionRule(), new RegionRule()));
    }

    /**
     * Reads packages as {@link #atStart(Collection)} does, and leaves out as well what a program's own rules find fault with.
     *
     * @param directories directories of further packages
     * @param rules what the program asks beyond what every program does
     * @return those that can be used, and those that cannot
     */
    public static StartPackages atStart(Collection<Path> directories, List<PackageRule> rules) {
        return PlanDirectories.read(directories, rules).found();
    }

    /**
     * Reads a package whose files were received.
     *
     * @param source where they come from, for people
     * @param received the bytes of each file by its name
     * @return the package with its files
     * @throws PlanPackageException when something is wrong with it; it names every fault
     */
    public static SourcePackage of(String source, Map<String, byte[]> received) {
        return PlanPackageReader.of(source, received);
    }
}
