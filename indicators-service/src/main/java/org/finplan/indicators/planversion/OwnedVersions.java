package org.finplan.indicators.planversion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanEnforced;
import org.finplan.platform.plan.PlanInForce;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.planversion.PackageArchive;
import org.finplan.platform.planversion.PackageStore;
import org.finplan.platform.planversion.PackageVersionState;
import org.finplan.platform.planversion.PlansInForce;
import org.finplan.platform.planversion.StoredVersion;
import org.finplan.platform.planversion.VersionStep;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Decides what becomes of a published version, as soon as every program has answered. */
@ApplicationScoped
class OwnedVersions implements VersionStep {

    private static final Logger LOG = Logger.getLogger(OwnedVersions.class);
    private static final String AUTHOR = "system";

    private final PackageStore store;
    private final PublicationRepository publications;
    private final PlanPublication publication;
    private final PlansInForce plans;
    private final PlanRegister register;
    private final VersionEffects effects;
    private final Set<String> participants;

    OwnedVersions(
            PackageStore store,
            PublicationRepository publications,
            PlanPublication publication,
            PlansInForce plans,
            PlanRegister register,
            VersionEffects effects,
            @ConfigProperty(name = "finplan.plan.participants") Optional<List<String>> participants) {
        this.store = store;
        this.publications = publications;
        this.publication = publication;
        this.plans = plans;
        this.register = register;
        this.effects = effects;
        this.participants = Set.copyOf(participants.orElse(List.of()));
    }

    /**
     * A plan that comes with the suite is known to every program, so that its first version is in force at once. What a
     * directory holds, and what changed since, is published. A package that was published once is not published again: an
     * old directory does not undo a later version.
     */
    @Override
    public void found(SourcePackage found, boolean bundled) {
        PlanPackage read = found.read();
        String plan = read.plan().code();
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock(plan);
            List<StoredVersion> known = store.versions(plan);
            if (known.stream().anyMatch(version -> version.fingerprint().equals(read.fingerprint()))) {
                return;
            }
            if (known.stream().anyMatch(version -> version.state() == PackageVersionState.PREPARING)) {
                LOG.warnf(
                        "plan %s: another version is being prepared, the one of %s waits for the next start",
                        plan, found.files().source());
            } else if (known.isEmpty() && bundled) {
                Instant now = publication.now();
                store.add(
                        plan, 1, read.fingerprint(), PackageVersionState.IN_FORCE, PackageArchive.pack(found.files()));
                publications.add(plan, 1, "随套件提供 / comes with the suite", AUTHOR, now, now);
                register.with(withFirst(read), () -> effect(null, read, 1));
                publication.record("plan-package.enforce", read, 1, "comes with the suite");
            } else {
                publication.publish(found, "启动时读取的目录 / directory at start", AUTHOR);
            }
        });
    }

    private List<PlanInForce> withFirst(PlanPackage read) {
        return register.plansWith(read, 1);
    }

    private Void effect(PlanPackage before, PlanPackage read, int version) {
        effects.enforce(
                before, read, publication.find(read.plan().code(), version).orElseThrow());
        return null;
    }

    @Override
    public boolean advance(StoredVersion version) {
        List<Answer> answers = publications.answers(version.plan()).getOrDefault(version.version(), List.of());
        return switch (Decision.on(participants, answers)) {
            case WAIT -> false;
            case ENFORCE -> enforce(version);
            case ABANDON -> abandon(version, because(answers));
        };
    }

    /** Its package is read before the transaction, which then holds its locks for what it writes only. */
    private boolean enforce(StoredVersion version) {
        PlanPackage read = plans.read(version);
        try {
            return QuarkusTransaction.requiringNew().call(() -> enforce(version, read));
        } catch (ProblemException refused) {
            return abandon(version, refused.detail());
        }
    }

    private boolean enforce(StoredVersion version, PlanPackage read) {
        String plan = version.plan();
        int number = version.version();
        store.lock(plan);
        PlanPackage before =
                store.versions(plan).stream().anyMatch(known -> known.state() == PackageVersionState.IN_FORCE)
                        ? register.find(plan).orElseThrow()
                        : null;
        boolean retires = before != null && read.retires(before);
        if (!store.enforce(plan, number, retires)) {
            return false;
        }
        register.with(register.plansWith(read, number), () -> effect(before, read, number));
        Instant now = publication.now();
        publications.decide(plan, number, now, null);
        publication.append(new PlanEnforced(plan, number, version.fingerprint(), now), read);
        publication.record("plan-package.enforce", read, number, version.fingerprint());
        LOG.infof("plan %s: version %d is in force", plan, number);
        return true;
    }

    private boolean abandon(StoredVersion version, LocalizedText because) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (store.find(version.plan(), version.version())
                    .filter(known -> known.state() == PackageVersionState.PREPARING)
                    .isPresent()) {
                publication.abandon(version.plan(), version.version(), because);
            }
        });
        LOG.warnf("plan %s: version %d is abandoned: %s", version.plan(), version.version(), because.en());
        return true;
    }

    private static LocalizedText because(List<Answer> answers) {
        List<Answer> refusals =
                answers.stream().filter(answer -> !answer.prepared()).toList();
        return new LocalizedText(
                refusals.stream()
                        .map(answer ->
                                answer.participant() + "：" + answer.reason().zh())
                        .collect(Collectors.joining("\n")),
                refusals.stream()
                        .map(answer ->
                                answer.participant() + ": " + answer.reason().en())
                        .collect(Collectors.joining("\n")));
    }
}
