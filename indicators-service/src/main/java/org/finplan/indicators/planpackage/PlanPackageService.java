package org.finplan.indicators.planpackage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.finplan.indicators.loading.PackageChange;
import org.finplan.indicators.loading.PackageEffects;
import org.finplan.indicators.loading.PlanLoader;
import org.finplan.indicators.planchange.PlanHistory;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.indicators.planversion.PlanPublication;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.check.PackageRule;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.planversion.PackageVersionState;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Takes plan packages that are sent, and says what they do. */
@ApplicationScoped
class PlanPackageService {

    private static final String SOURCE = "plan-package.zip";
    private static final int MOST_FAULTS = 200;
    private static final int LONGEST_REASON = 500;

    private final PlanPublication publication;
    private final PlanLoader loader;
    private final PlanHistory changes;
    private final PlanRegister register;
    private final Instance<PackageRule> rules;
    private final PlanScope plans;
    private final RegionScope scope;
    private final Caller caller;

    PlanPackageService(
            PlanPublication publication,
            PlanLoader loader,
            PlanHistory changes,
            PlanRegister register,
            Instance<PackageRule> rules,
            PlanScope plans,
            RegionScope scope,
            Caller caller) {
        this.plans = plans;
        this.publication = publication;
        this.loader = loader;
        this.changes = changes;
        this.register = register;
        this.rules = rules;
        this.scope = scope;
        this.caller = caller;
    }

    /**
     * Takes a package.
     *
     * @param zip its files
     * @param reason why
     * @param dryRun whether nothing is published
     * @return what it does, or would do
     * @throws ProblemException 400 without a reason, 403, 409 when the plan is archived, has ended and would be held against
     *     less, or another version is being prepared, 422 with everything that is wrong with the package
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PublishedPackage take(byte[] zip, String reason, boolean dryRun) {
        if (!dryRun && (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON)) {
            throw ProblemException.invalidParameter("reason", reason, List.of("1.." + LONGEST_REASON));
        }
        SourcePackage sent = read(zip == null ? new byte[0] : zip);
        PlanPackage read = sent.read();
        String plan = read.plan().code();
        Optional<PackageVersion> inForce = publication.list(plan).stream()
                .filter(version -> version.state() == PackageVersionState.IN_FORCE)
                .findFirst();
        PlanPackage before = inForce.flatMap(version -> register.find(plan)).orElse(null);
        scope.requireWritable(read.city());
        if (before != null) {
            scope.requireWritable(before.city());
        }
        int next = inForce.map(PackageVersion::version).orElse(0) + 1;
        PackageChange change = new PackageChange(before, read, next, reason, caller.subject());
        PackageEffects effects = register.with(register.plansWith(read, next), () -> loader.preview(change));
        PackageVersion published = dryRun ? null : publication.publish(sent, reason, caller.subject());
        return PublishedPackage.of(
                before, read, inForce.map(PackageVersion::version).orElse(null), effects, published);
    }

    private SourcePackage read(byte[] zip) {
        try {
            SourcePackage sent = PlanPackages.inArchive(zip, SOURCE);
            String plan = sent.read().plan().code();
            List<PlanPackage> others = register.packages().stream()
                    .filter(other -> !other.plan().code().equals(plan))
                    .toList();
            List<PackageFault> faults = rules.stream()
                    .flatMap(rule -> rule.faults(sent.read(), others).stream())
                    .toList();
            if (!faults.isEmpty()) {
                throw refused(faults);
            }
            return sent;
        } catch (PlanPackageException unusable) {
            throw refused(unusable.faults());
        }
    }

    private static ProblemException refused(List<PackageFault> faults) {
        int count = faults.size();
        return new ProblemException(
                PlanPackageError.REFUSED,
                new LocalizedText(
                        "规划套件共有 " + count + " 处问题" + (count > MOST_FAULTS ? "，列出前 " + MOST_FAULTS + " 处" : "")
                                + "；什么都没有改变。",
                        "The plan package has " + count + (count == 1 ? " fault" : " faults")
                                + (count > MOST_FAULTS ? ", of which the first " + MOST_FAULTS + " are listed" : "")
                                + "; nothing was changed."),
                faults.stream()
                        .limit(MOST_FAULTS)
                        .map(PlanPackageService::error)
                        .toList());
    }

    private static ProblemError error(PackageFault fault) {
        return new ProblemError(
                fault.place().isEmpty() ? fault.file() : fault.file() + " " + fault.place(),
                null,
                fault.code(),
                fault.message(),
                fault.accepted());
    }

    /**
     * Lists the versions of a plan.
     *
     * @param plan plan code
     * @return its versions, the newest first
     * @throws ProblemException 404 when there is no such plan
     */
    List<PackageVersion> versions(String plan) {
        List<PackageVersion> versions = publication.list(plan);
        // Whoever publishes the first version of a plan follows it before the plan is in force.
        boolean own = versions.stream().anyMatch(version -> version.author().equals(caller.subject()));
        if (versions.isEmpty() || (!own && plans.find(plan).isEmpty())) {
            throw ProblemException.of(WebError.NOT_FOUND, "没有规划 " + plan + "。", "There is no plan " + plan + ".");
        }
        return versions.stream()
                .sorted((one, other) -> Integer.compare(other.version(), one.version()))
                .toList();
    }

    /**
     * Reads a version of a plan.
     *
     * @param plan plan code
     * @param version number of the version
     * @return the version with what it changed
     * @throws ProblemException 404 when there is none
     */
    PlanVersionView version(String plan, int version) {
        return versions(plan).stream()
                .filter(known -> known.version() == version)
                .findFirst()
                .map(known ->
                        PlanVersionView.of(known, changes.find(plan, version).orElse(null)))
                .orElseThrow(() -> ProblemException.of(
                        WebError.NOT_FOUND, "规划没有版本 " + version + "。", "The plan has no version " + version + "."));
    }
}
